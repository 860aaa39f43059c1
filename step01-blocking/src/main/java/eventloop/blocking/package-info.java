/// Step 1: a thread for each connection, which waits whenever the connection has to wait.
package eventloop.blocking;
