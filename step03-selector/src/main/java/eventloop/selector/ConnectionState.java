package eventloop.selector;

import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.ResponseWriter.Progress;
import java.util.Map;
import java.util.Set;

/// Where a connection stands, together with what it needs to know there and nowhere else.
sealed interface ConnectionState {
    Stage stage();

    /// The states by name, and the edges between them: the drawing of [Connection], as code.
    enum Stage {
        IDLE,
        RECEIVING,
        HANDLING,
        WRITING,
        PREPARING,
        LINGERING,
        CLOSED;

        private static final Map<Stage, Set<Stage>> EDGES =
                Map.of(
                        IDLE, Set.of(RECEIVING, HANDLING, WRITING, CLOSED),
                        RECEIVING, Set.of(HANDLING, WRITING, CLOSED),
                        HANDLING, Set.of(WRITING, CLOSED),
                        WRITING, Set.of(IDLE, PREPARING, LINGERING, CLOSED),
                        PREPARING, Set.of(WRITING, CLOSED),
                        LINGERING, Set.of(CLOSED),
                        CLOSED, Set.of());

        boolean leadsTo(Stage next) {
            return EDGES.get(this).contains(next);
        }
    }

    enum Waiting implements ConnectionState {
        /// For the first byte of a request.
        IDLE(Stage.IDLE),
        /// For the rest of a request.
        RECEIVING(Stage.RECEIVING),
        /// For the client to stop sending, so that the last response is not lost.
        LINGERING(Stage.LINGERING),
        /// For nothing any more.
        CLOSED(Stage.CLOSED);

        private final Stage stage;

        Waiting(Stage stage) {
            this.stage = stage;
        }

        @Override
        public Stage stage() {
            return stage;
        }
    }

    /// The handler has the request and has not replied. This is where its reply goes: one that comes twice, or
    /// when the client is gone, finds that the connection is elsewhere by now.
    final class Handling implements ConnectionState, Reply {
        private final Connection connection;
        private final Request request;
        private volatile Client client;

        /// @param halfClosed whether the client has closed its side already, behind several requests
        Handling(Connection connection, Request request, boolean halfClosed) {
            this.connection = connection;
            this.request = request;
            this.client = halfClosed ? Client.HALF_CLOSED : Client.LISTENING;
        }

        @Override
        public Stage stage() {
            return Stage.HANDLING;
        }

        Request request() {
            return request;
        }

        @Override
        public void send(Response response) {
            connection.answer(this, response);
        }

        @Override
        public Client client() {
            return client;
        }

        void clientHasHalfClosed() {
            client = Client.HALF_CLOSED;
        }

        void clientHasGone() {
            client = Client.GONE;
        }
    }

    /// A response is on its way.
    ///
    /// @param inputMayCome whether the client may send on if the connection closes behind the response
    record Writing(Connection connection, ResponseWriter writer, boolean inputMayCome)
            implements ConnectionState, Runnable {
        @Override
        public Stage stage() {
            return Stage.WRITING;
        }

        boolean waitsForSocket() {
            return writer.progress() == Progress.SOCKET_FULL;
        }

        /// Its body has what it waited for.
        @Override
        public void run() {
            connection.goOn(this);
        }
    }

    /// The response goes on when its body has been prepared: it waits for its disk.
    record Preparing(Writing writing) implements ConnectionState {
        @Override
        public Stage stage() {
            return Stage.PREPARING;
        }
    }
}
