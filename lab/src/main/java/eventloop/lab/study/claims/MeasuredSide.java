package eventloop.lab.study.claims;

import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;

/// One side of an experiment under way, waiting for its next round.
interface MeasuredSide extends AutoCloseable {
    /// Starts a side, and warms it.
    @FunctionalInterface
    interface Starter {
        /// @throws ServerFailure if the server does not start, or does not answer as it should
        MeasuredSide start(Side side) throws ServerFailure, IOException, InterruptedException;
    }

    /// One round, watched.
    ///
    /// @throws ServerFailure if the server has not survived it
    Sample measure() throws ServerFailure, IOException, InterruptedException;

    /// Returns when it takes nothing from the other side any more, which is going to have its turn.
    void comeToRest() throws InterruptedException;

    @Override
    void close();
}
