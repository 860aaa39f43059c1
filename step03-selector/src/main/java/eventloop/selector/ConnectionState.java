package eventloop.selector;

import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import java.nio.channels.SelectionKey;

/// Where a connection stands, together with what it needs to know there and nowhere else.
sealed interface ConnectionState
        permits ConnectionState.Waiting, ConnectionState.Handling, Writing {
    int NOTHING = 0;

    /// What the operating system is to watch for meanwhile, as in [SelectionKey#interestOps].
    int interest();

    enum Waiting implements ConnectionState {
        /// For the first byte of a request.
        IDLE(SelectionKey.OP_READ),
        /// For the rest of a request.
        RECEIVING(SelectionKey.OP_READ),
        /// For the client to stop sending, so that the last response is not lost.
        LINGERING(SelectionKey.OP_READ),
        /// For nothing any more.
        CLOSED(NOTHING);

        private final int interest;

        Waiting(int interest) {
            this.interest = interest;
        }

        @Override
        public int interest() {
            return interest;
        }
    }

    /// The handler has the request and has not replied. This is where its reply goes: one that comes twice, or
    /// when the client is gone, finds that the connection is elsewhere by now.
    record Handling(Connection connection, Request request) implements ConnectionState, Reply {
        @Override
        public int interest() {
            return NOTHING;
        }

        @Override
        public void send(Response response) {
            connection.answer(this, response);
        }
    }
}
