package eventloop.lab.study.experiment;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One client that waits for something slow. It leaves with its answer, so that a server that closes behind an answer
/// need not wait for it.
final class SlowRequest implements AutoCloseable {
    /// As sockets say it (SO_TIMEOUT): whoever waits for the answer has the patience.
    private static final Duration UNLIMITED = Duration.ZERO;

    private final RawClient client;
    private final FutureTask<Answer> answer = new FutureTask<>(this::readAnswer);

    private SlowRequest(RawClient client) {
        this.client = client;
    }

    private Answer readAnswer() throws IOException {
        try (client) {
            return client.readWithin(UNLIMITED);
        }
    }

    /// Asks, and reads the answer as soon as it comes.
    static SlowRequest begin(URI server, String path) throws IOException {
        var request = send(server, RawClient.request("GET", path));
        request.beginReading();
        return request;
    }

    /// Asks many times in one go, and waits until the first answer begins to come. Nothing is read before [#await].
    static SlowRequest inOneGo(URI server, String path, int count) throws IOException {
        var request = send(server, RawClient.request("GET", path).repeat(count));
        try {
            request.client.next(RawClient.PATIENCE);
            return request;
        } catch (IOException failure) {
            request.close();
            throw failure;
        }
    }

    private static SlowRequest send(URI server, String text) throws IOException {
        var request = new SlowRequest(RawClient.to(server));
        try {
            request.client.send(text);
            return request;
        } catch (IOException failure) {
            request.close();
            throw failure;
        }
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    /// Reads on a thread of its own, unless one does.
    private void beginReading() {
        Thread.ofVirtual().start(answer);
    }

    /// The first answer, once it is there.
    ///
    /// @throws SocketTimeoutException if it does not come in time
    Answer await(Duration patience) throws IOException, InterruptedException {
        beginReading();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("no answer within " + patience);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
