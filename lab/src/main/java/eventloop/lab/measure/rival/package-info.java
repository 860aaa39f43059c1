/// Servers of others as the lab starts them, to be measured beside the course's own.
package eventloop.lab.measure.rival;
