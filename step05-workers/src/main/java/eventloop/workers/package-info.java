/// Step 5: what may block is done by helpers; the event loop hands it over, goes on, and hears of the
/// outcome as an event.
package eventloop.workers;
