/// HTTP/1.1 as every step of the course speaks it: requests in, responses out, no sockets.
///
/// Bytes become a [eventloop.http.Request] in the [eventloop.http.RequestParser]; a
/// [eventloop.http.Handler] answers it with a [eventloop.http.Response]; a
/// [eventloop.http.ResponseWriter] turns that into bytes again. Nothing here knows whether it is
/// called from a thread that may block or from an event loop, which is why all seven servers share
/// it. The rules are those of RFC 9110 (semantics) and RFC 9112 (HTTP/1.1).
package eventloop.http;
