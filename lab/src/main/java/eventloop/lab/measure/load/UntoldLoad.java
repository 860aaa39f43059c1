package eventloop.lab.measure.load;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// A load process that has not been told yet what to do. To start one takes a second, and so does starting a server: who
/// begins with this one has both in the time of the longer.
public final class UntoldLoad implements AutoCloseable {
    private final Process process;

    private UntoldLoad(Process process) {
        this.process = process;
    }

    /// Starts the process of a load that has the machine's memory for itself.
    public static UntoldLoad begin(Placement placement) throws IOException {
        return begin(placement, LoadHeap.ROOMY);
    }

    static UntoldLoad begin(Placement placement, LoadHeap heap) throws IOException {
        return new UntoldLoad(Children.start(placement.load(), command(heap)));
    }

    /// @throws IOException if the process has ended
    LoadProcess tell(Share share) throws IOException, InterruptedException {
        var load = new LoadProcess(share, process);
        try {
            load.order(share);
            return load;
        } catch (IOException | InterruptedException failure) {
            load.close();
            throw failure;
        }
    }

    /// Ends it, also if it has been told: then it was somebody else's to end, and has ended.
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static List<String> command(LoadHeap heap) {
        return Stream.of(
                        jvm(heap),
                        List.of("-cp", System.getProperty("java.class.path")),
                        List.of(LoadMain.class.getName()))
                .flatMap(List::stream)
                .toList();
    }

    /// Its output is the channel of events.
    static List<String> jvm(LoadHeap heap) {
        return Stream.of(List.of(Java.executable()), heap.flags(), Java.OWN_WORDS_APART)
                .flatMap(List::stream)
                .toList();
    }
}
