package eventloop.selector;

import eventloop.http.Request;
import eventloop.http.ResponseWriter;

/// Where a connection stands, together with what it needs to know there and nowhere else.
sealed interface ConnectionState {
    enum Waiting implements ConnectionState {
        /// For the first byte of a request.
        IDLE,
        /// For the rest of a request.
        RECEIVING,
        /// For the client to stop sending, so that the last response is not lost.
        LINGERING,
        /// For nothing any more.
        CLOSED
    }

    /// The handler has the request and has not replied.
    record Handling(Request request) implements ConnectionState {}

    /// The response is on its way.
    ///
    /// @param lingers if the connection closes behind it, whether input may still come
    record Writing(ResponseWriter writer, boolean lingers) implements ConnectionState {}
}
