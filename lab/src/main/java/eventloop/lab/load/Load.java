package eventloop.lab.load;

import eventloop.lab.server.Placement;
import java.io.IOException;
import java.util.function.Consumer;

/// The whole load, in as many processes as it takes. One takes up to the number of its open files.
public final class Load implements AutoCloseable {
    private final LoadProcess process;

    private Load(LoadProcess process) {
        this.process = process;
    }

    public static Load start(LoadPlan plan, Placement placement)
            throws IOException, InterruptedException {
        return new Load(LoadProcess.start(plan, placement));
    }

    public PhaseResult run(Phase phase, Consumer<LoadEvent> listener)
            throws IOException, InterruptedException {
        return process.run(phase, listener);
    }

    @Override
    public void close() {
        process.close();
    }
}
