/// The files that servers are asked for.
package eventloop.lab.measure.site;
