/// Servers of others behind one main, so that the course's own can be measured beside them.
package eventloop.peers;
