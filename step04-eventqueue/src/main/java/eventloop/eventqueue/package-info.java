/// Step 4: whatever happens becomes an event, all events stand in one queue, and the event loop takes
/// one at a time.
package eventloop.eventqueue;
