package eventloop.lab.study.experiment;

import eventloop.lab.measure.observe.Footprint;
import eventloop.lab.measure.observe.ListeningProcess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds clients on a server that do nothing, and tells what they cost it.
///
/// What the server has with them is looked at once it stands still. Then one more client asks: who comes after all
/// others is accepted after them, and on its second answer a loop has been once around.
public final class IdleExperiment implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final int MOST_LOOKS = 40;
    private static final int EQUAL_LOOKS = 3;

    private final HeldClients clients;
    private final Result result;

    private IdleExperiment(HeldClients clients, Result result) {
        this.clients = clients;
        this.result = result;
    }

    /// @param before what the server had without them; empty where the system does not tell
    /// @param after what it has with them
    /// @param dismissed who has been answered at once, by status
    /// @param next what the next client got
    public record Result(
            Optional<Footprint> before,
            Optional<Footprint> after,
            Map<String, Integer> dismissed,
            AnswerTimes next) {}

    /// @param saying what each of them sends, which may be nothing
    /// @throws java.net.ConnectException if nobody listens there
    /// @throws CrowdException if not all of them come in
    public static IdleExperiment begin(URI server, int count, String saying)
            throws IOException, InterruptedException {
        var next = new RequestSeries(server, "/", List.of(), RequestSeries.PATIENCE);
        // What the first request of all makes the server load is not the clients'.
        next.ask(1);
        var process = ListeningProcess.at(server.getPort());
        var before = atRest(process);
        var clients = HeldClients.connect(server, count, saying);
        try {
            // They are connected as soon as the kernel has them in its queue; the server may still
            // be letting them in.
            var after = atRest(process);
            var answers = next.ask(2);
            return new IdleExperiment(
                    clients, new Result(before, after, clients.dismissed(), answers));
        } catch (IOException | InterruptedException failure) {
            clients.close();
            throw failure;
        }
    }

    private static Optional<Footprint> atRest(Optional<ListeningProcess> process)
            throws InterruptedException {
        var last = process.flatMap(ListeningProcess::footprint);
        int equal = 1;
        for (int look = 1; look < MOST_LOOKS && equal < EQUAL_LOOKS; look++) {
            Thread.sleep(BETWEEN_LOOKS);
            var now = process.flatMap(ListeningProcess::footprint);
            equal = isLike(last, now) ? equal + 1 : 1;
            last = now;
        }
        return last;
    }

    private static boolean isLike(Optional<Footprint> one, Optional<Footprint> other) {
        return one.map(Footprint::threads).equals(other.map(Footprint::threads))
                && one.map(Footprint::memoryMebibytes)
                        .equals(other.map(Footprint::memoryMebibytes));
    }

    public Result result() {
        return result;
    }

    public HeldClients clients() {
        return clients;
    }

    @Override
    public void close() throws IOException {
        clients.close();
    }
}
