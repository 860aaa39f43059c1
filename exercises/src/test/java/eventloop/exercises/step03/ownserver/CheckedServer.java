package eventloop.exercises.step03.ownserver;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.opentest4j.AssertionFailedError;

/// The student's server as a process, and the course's checker put to it as another one.
final class CheckedServer implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(8);
    private static final String COMPLAINT = "course: ";
    private static final String NOTHING_SAID = "without a word";
    private static final int LONGEST_LINE = 1000;
    private static final Pattern PART =
            Pattern.compile("^ +(sent|came|expected|why|look at) {2,}(.*)$");

    private final Path course = course();
    private final String port = freePort();

    /// Of what the server prints; the rest is read and forgotten.
    private final CompletableFuture<String> firstLine = new CompletableFuture<>();

    private final Process server;
    private Optional<Process> checker = Optional.empty();

    CheckedServer() throws IOException {
        var site = course.resolve("lab/site").toString();
        server =
                new ProcessBuilder(OwnServer.command(port, site)).redirectErrorStream(true).start();
        Thread.ofPlatform().daemon().name("reads what it prints").start(this::readWhatItPrints);
    }

    /// Up to the end of the process: a pipe that nobody empties makes whoever prints wait.
    private void readWhatItPrints() {
        try (var said = server.inputReader()) {
            firstLine.complete(firstLineOf(said));
            said.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            firstLine.complete(NOTHING_SAID);
        }
    }

    /// Who prints in a loop may never end a line.
    private static String firstLineOf(Reader said) throws IOException {
        var line = new StringBuilder();
        int next = said.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) next);
            next = said.read();
        }
        return line.isEmpty() ? NOTHING_SAID : line.toString().strip();
    }

    /// The directory with the launcher in it, above that of these classes.
    private static Path course() {
        var classes = CheckedServer.class.getProtectionDomain().getCodeSource().getLocation();
        var place = Path.of(URI.create(classes.toString())).toAbsolutePath();
        while (!Files.exists(place.resolve("course.cmd"))) {
            place = place.getParent();
        }
        return place;
    }

    private static String freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return Integer.toString(probe.getLocalPort());
        }
    }

    void awaitAcceptance() {
        try {
            await().atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> accepts() || !server.isAlive());
        } catch (ConditionTimeoutException never) {
            throw notAccepted("its process runs, and nobody listens there");
        }
        if (!accepts()) {
            throw notAccepted("its process has ended: " + words());
        }
    }

    private AssertionFailedError notAccepted(String saw) {
        return new AssertionFailedError("", "connections accepted on port " + port, saw);
    }

    private boolean accepts() {
        try (var client = new Socket()) {
            client.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)));
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /// The first line that the server has printed, which is that of an exception if it was one.
    private String words() {
        return firstLine.completeOnTimeout(NOTHING_SAID, 1, TimeUnit.SECONDS).join();
    }

    /// Reads on in what the checker says, up to the end of a level.
    ///
    /// @throws AssertionFailedError with the checker's words, if a promise is broken or none could be looked at
    void expectLevel(int level) throws IOException {
        var lines = checker().inputReader(StandardCharsets.UTF_8);
        var lastWords = new ArrayList<String>();
        boolean complains = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("  ✗ ")) {
                throw broken(line.replace("  ✗ ", ""), transcript(lines));
            }
            if (line.startsWith("level ") && !line.startsWith("level " + level)) {
                return;
            }
            if (!line.isBlank()) {
                // A complaint says what is the matter, and on the next line what to do.
                complains |= line.startsWith(COMPLAINT);
                if (!complains || line.startsWith(COMPLAINT)) {
                    lastWords.clear();
                }
                lastWords.add(line.replaceFirst("^" + COMPLAINT, "").strip());
            }
        }
        if (exitStatus() != 0) {
            throw new AssertionFailedError(
                    "", "a server of the course's site", String.join("; ", lastWords));
        }
    }

    private Process checker() throws IOException {
        if (checker.isEmpty()) {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            checker =
                    Optional.of(
                            new ProcessBuilder(
                                            java,
                                            "-XX:+UseSerialGC",
                                            "-XX:TieredStopAtLevel=1",
                                            "-Dstdout.encoding=UTF-8",
                                            "-Dcourse.directory=" + course,
                                            "-cp",
                                            lab(),
                                            "eventloop.lab.cli.Course",
                                            "check",
                                            "--port",
                                            port,
                                            "--step",
                                            "3")
                                    .redirectErrorStream(true)
                                    .start());
        }
        return checker.get();
    }

    /// The class path of the lab: that of `./course exercise`, or what it has built, for other runners.
    private String lab() {
        var built = course.resolve("lab/target/lab.jar");
        var path = System.getProperty("lab.class.path", built.toString());
        if (path.equals(built.toString()) && !Files.exists(built)) {
            throw new AssertionFailedError("the checker is not built yet: ./course build");
        }
        return path;
    }

    private int exitStatus() {
        try {
            return checker.get().waitFor();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static Map<String, String> transcript(BufferedReader lines) throws IOException {
        var parts = new HashMap<String, String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var part = PART.matcher(line);
            if (part.matches()) {
                parts.put(part.group(1), part.group(2));
            }
        }
        return parts;
    }

    private static AssertionFailedError broken(String promise, Map<String, String> transcript) {
        return new AssertionFailedError(
                "",
                "%s: %s".formatted(promise, transcript.getOrDefault("expected", "")),
                "%s; look at %s"
                        .formatted(
                                transcript.getOrDefault("came", "no answer"),
                                transcript.getOrDefault("look at", "its terminal")));
    }

    @Override
    public void close() {
        checker.ifPresent(Process::destroyForcibly);
        // A command may be a script, with the server as its child.
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
    }
}
