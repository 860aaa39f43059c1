package eventloop.selector;

import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
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

    /// The handler has the request and has not replied. This is where its reply goes: one that comes twice, or
    /// when the client is gone, finds that the connection is elsewhere by now.
    record Handling(Connection connection, Request request) implements ConnectionState, Reply {
        @Override
        public void send(Response response) {
            connection.answer(this, response);
        }
    }

    /// The response is on its way.
    ///
    /// @param lingers if the connection closes behind it, whether input may still come
    record Writing(ResponseWriter writer, boolean lingers) implements ConnectionState {}
}
