package eventloop.lab.study.experiment;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Clients that wait for something slow, each on a connection of its own; or one that wants it many times.
public final class SlowRequests implements AutoCloseable {
    /// What has not been answered for so long has been begun, and is slow.
    private static final Duration UNTIL_IT_IS_SLOW = Duration.ofMillis(300);

    private static final int OK = 200;

    private final List<SlowRequest> waiting = new ArrayList<>();
    private int refused;

    private SlowRequests() {}

    /// Asks for it, so many times at once, and waits until the server has been at it for a while.
    ///
    /// @throws NotSlowException if it has come by then
    /// @throws IOException if nobody listens there
    public static SlowRequests begin(URI server, String path, int count)
            throws IOException, InterruptedException {
        var requests = new SlowRequests();
        try {
            for (int i = 0; i < count; i++) {
                requests.waiting.add(SlowRequest.begin(server, path));
            }
            Thread.sleep(UNTIL_IT_IS_SLOW);
            requests.countRefused(path);
            return requests;
        } catch (IOException | InterruptedException failure) {
            requests.close();
            throw failure;
        }
    }

    /// One client asks for it so many times in one go, and this waits until its first answer begins to come.
    ///
    /// @throws IOException if nobody listens there
    public static SlowRequests beginInOneGo(URI server, String path, int count) throws IOException {
        var requests = new SlowRequests();
        requests.waiting.add(SlowRequest.inOneGo(server, path, count));
        return requests;
    }

    private void countRefused(String path) throws IOException, InterruptedException {
        for (var request : List.copyOf(waiting)) {
            if (request.isAnswered()) {
                if (request.await(Duration.ZERO).status() == OK) {
                    throw new NotSlowException(path, UNTIL_IT_IS_SLOW);
                }
                waiting.remove(request);
                refused++;
            }
        }
    }

    /// How many have been refused at once, with an error page.
    public int refused() {
        return refused;
    }

    /// Until each of the others has its answer.
    ///
    /// @param patience with each of them, when it has waited for those before
    /// @throws IOException if one has none in time
    public void awaitAnswers(Duration patience) throws IOException, InterruptedException {
        for (var request : waiting) {
            request.await(patience);
        }
    }

    @Override
    public void close() throws IOException {
        for (var request : waiting) {
            request.close();
        }
    }
}
