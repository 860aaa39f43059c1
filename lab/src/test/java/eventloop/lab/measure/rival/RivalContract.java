package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.server.AnswerCheck;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.measure.site.Mix;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a rival has to do before it is worth measuring: serve the course's site as the course's own servers
/// do. One server for all these tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RivalContract {
    /// The course, from the directory of whichever of its modules has this test.
    public static final Path COURSE =
            Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                    .filter(directory -> Files.exists(directory.resolve("course.cmd")))
                    .findFirst()
                    .orElseThrow();

    private static final Path SITE = CourseSite.in(COURSE);
    private static final int PATIENCE_MILLIS = 10_000;

    @Parameter private Rival rival;
    private Path root;
    private RunningServer server;
    private HttpClient client;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void startOverACopyOfTheSite(@TempDir Path directory) throws Exception {
        assumeThat(rival.missing()).isEmpty();
        Files.writeString(directory.resolve("secret.html"), "not of the site");
        root = Files.createDirectory(directory.resolve("site"));
        copy(SITE, root);
        Files.write(root.resolve("16KiB.html"), randomBytes(16 << 10));
        Files.write(root.resolve("2MiB.bin"), randomBytes(2 << 20));
        server = RunningServer.start(rival, root, Placement.ANYWHERE);
        // In the version that is measured: by itself it would offer to go on in HTTP/2.
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var entries = Files.walk(from)) {
            for (var entry : entries.skip(1).toList()) {
                Files.copy(entry, to.resolve(from.relativize(entry)));
            }
        }
    }

    private static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /// Its clients go first: some servers do not end before they have gone.
    @AfterParameterizedClassInvocation
    void isGoneOnceItIsClosed() {
        if (server != null) {
            long pid = server.pid();
            client.close();
            server.close();

            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void everyPageComesByteForByteAndOthersDoNot() throws Exception {
        AnswerCheck.check(server.address(), Mix.of(root));
    }

    @Test
    void largeFileComesByteForByte() throws Exception {
        assertThat(get("/2MiB.bin").body()).isEqualTo(Files.readAllBytes(root.resolve("2MiB.bin")));
    }

    @Test
    void directoryIsItsIndexPage() throws Exception {
        assertThat(get("/").body()).isEqualTo(Files.readAllBytes(root.resolve("index.html")));
    }

    @ParameterizedTest
    @CsvSource({
        "/index.html, text/html",
        "/style.css, text/css",
        "/course.js, (text|application)/javascript",
        "/favicon.svg, image/svg\\+xml",
        "/pictures/waiting.png, image/png",
        "/2MiB.bin, application/octet-stream"
    })
    void saysWhatComesAndHowMuch(String path, String mediaType) throws Exception {
        var headers = get(path).headers();

        assertThat(headers.firstValue("Content-Type").orElse("")).matches(mediaType + "(;.*)?");
        assertThat(headers.firstValueAsLong("Content-Length"))
                .hasValue(Files.size(root.resolve(path.substring(1))));
    }

    /// Whatever comes behind the head is taken for the next answer.
    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        assumeThat(rival.name()).as("it answers HEAD as it does GET").isNotEqualTo("activej");
        try (var socket = connect()) {
            ask(socket, "HEAD", "/16KiB.html");
            assertThat(head(socket.getInputStream()))
                    .startsWith("HTTP/1.1 200")
                    .containsPattern("(?i)\r\ncontent-length: *16384\r\n");
            ask(socket, "GET", "/16KiB.html");
            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void connectionStaysOpenFromRequestToRequest() throws Exception {
        var page = Files.readAllBytes(root.resolve("16KiB.html"));

        try (var socket = connect()) {
            for (int request = 0; request < 100; request++) {
                ask(socket, "GET", "/16KiB.html");
                assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
                assertThat(socket.getInputStream().readNBytes(page.length)).isEqualTo(page);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../secret.html", "/%2e%2e/secret.html", "/steps/../../secret.html"})
    void nothingOutsideTheSiteIsServed(String path) throws Exception {
        try (var socket = connect()) {
            ask(socket, "GET", path);
            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 4");
        }
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(server.address().resolve(path))
                        .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                        .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private Socket connect() throws IOException {
        var socket = new Socket(server.address().getHost(), server.address().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void ask(Socket socket, String method, String path) throws IOException {
        var request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /// Up to and with the empty line.
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
