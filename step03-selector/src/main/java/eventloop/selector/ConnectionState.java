package eventloop.selector;

import java.util.Map;
import java.util.Set;

/// Where a connection stands, together with what it needs to know there and nowhere else.
sealed interface ConnectionState
        permits ConnectionState.Waiting, Handling, Writing, ConnectionState.Preparing {
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

    /// The response goes on when its body has been prepared: it waits for its disk.
    record Preparing(Writing writing) implements ConnectionState {
        @Override
        public Stage stage() {
            return Stage.PREPARING;
        }
    }
}
