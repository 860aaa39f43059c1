package eventloop.lab.measure.server;

import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A quick look whether a server answers right, for what answers wrong is not timed: every page, byte for
/// byte, and a page that is not there.
public final class AnswerCheck {
    /// Of the whole answer: the timeout of a request is over with its head, up to JDK 25
    /// (JDK-8208693).
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String MISSING = "/there-is-no-such-page";

    private final HttpClient client;
    private final URI server;
    private final Duration patience;

    private AnswerCheck(HttpClient client, URI server, Duration patience) {
        this.client = client;
        this.server = server;
        this.patience = patience;
    }

    /// @throws ServerFailure that says what is wrong
    public static void check(URI server, List<Page> pages)
            throws ServerFailure, IOException, InterruptedException {
        check(server, pages, PATIENCE);
    }

    /// @param patience of whole seconds
    static void check(URI server, List<Page> pages, Duration patience)
            throws ServerFailure, IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .build()) {
            var check = new AnswerCheck(client, server, patience);
            for (var page : pages) {
                check.expectBytes(page);
            }
            check.expectStatus(404, MISSING);
        }
    }

    private void expectBytes(Page page) throws ServerFailure, IOException, InterruptedException {
        var body = expectStatus(200, page.path());
        if (!Arrays.equals(body, Files.readAllBytes(Path.of(page.file())))) {
            throw new ServerFailure("wrong bytes for " + page.path());
        }
    }

    private byte[] expectStatus(int status, String path)
            throws ServerFailure, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path)).build();
        try {
            var response =
                    client.sendAsync(request, BodyHandlers.ofByteArray())
                            .get(patience.toSeconds(), TimeUnit.SECONDS);
            if (response.statusCode() != status) {
                throw new ServerFailure(
                        "%s gets %d, not %d".formatted(path, response.statusCode(), status));
            }
            return response.body();
        } catch (ExecutionException failure) {
            throw new ServerFailure("no answer for %s: %s".formatted(path, failure.getCause()));
        } catch (TimeoutException stalled) {
            // It would wait for the rest of the answer before it is closed.
            client.shutdownNow();
            throw new ServerFailure(
                    "no whole answer for %s in %d s".formatted(path, patience.toSeconds()));
        }
    }
}
