/// Step 6: small files are answered from memory, on the event loop itself, and clients that have a copy
/// are told that it is still good.
package eventloop.cache;
