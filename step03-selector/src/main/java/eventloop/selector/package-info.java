/// Step 3: one thread for all connections. Nothing it does waits for a client; it asks the operating
/// system which connections have something to do, and does that.
package eventloop.selector;
