package eventloop.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRunTest {
    private static final Path PLAN = Path.of("course.jmx");
    private static final Pattern WORDS = Pattern.compile("(\\d+) requests, (\\d+) failed, .*");

    @TempDir private Path directory;
    private final List<Process> processes = new ArrayList<>();
    private final AtomicLong counted = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void serveAPage() throws Exception {
        var site = Files.createDirectory(directory.resolve("site").toAbsolutePath());
        Files.writeString(site.resolve("index.html"), "a page");
        var files = SimpleFileServer.createFileHandler(site);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    counted.incrementAndGet();
                    files.handle(exchange);
                });
        server.start();
    }

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
        server.stop(0);
    }

    @Test
    void propertiesOfThePlanHaveTheirUsualValuesUnlessOthersAreGiven() throws Exception {
        assertThat(PlanRun.filled(PLAN, Map.of("port", "18080")))
                .contains(">18080<", ">127.0.0.1<")
                .doesNotContain("__P(");
    }

    @Test
    void planNeedsNoScripts() throws Exception {
        assertThat(PLAN).content().doesNotContainIgnoringCase("groovy", "JSR223", "BeanShell");
    }

    /// 20 a second for three seconds, give or take what a random process gives or takes.
    @Test
    void everyRequestIsAnsweredAndTheDashboardIsThere() throws Exception {
        assertThat(run()).isBetween(30L, 90L);
        assertThat(directory.resolve("dashboard/index.html")).exists();
    }

    @Test
    void twoEnginesRunThePlanTwice() throws Exception {
        var one = engine();
        var other = engine();

        assertThat(run("engine=" + one, "engine=" + other)).isBetween(70L, 170L);
    }

    /// @return how many requests the server has counted: as many as JMeter says, none of which has failed
    private long run(String... more) throws Exception {
        var arguments =
                new ArrayList<>(
                        List.of(
                                PLAN.toString(),
                                directory.resolve("dashboard").toString(),
                                "port=" + server.getAddress().getPort(),
                                "users=4",
                                "requestsPerSecond=20",
                                "seconds=3"));
        arguments.addAll(Arrays.asList(more));
        var output = start(PlanRun.class, arguments).inputReader().lines().toList();
        assertThat(output).anyMatch(line -> WORDS.matcher(line).matches());
        var words = output.stream().map(WORDS::matcher).filter(line -> line.matches()).findFirst();
        assertThat(words.orElseThrow().group(2)).isEqualTo("0");
        assertThat(words.orElseThrow().group(1)).isEqualTo(counted.toString());
        return counted.get();
    }

    /// @return its address
    private String engine() throws Exception {
        int port = freePort();
        var said = start(Engine.class, List.of(String.valueOf(port))).inputReader();
        var line = said.readLine();
        while (line != null && !line.startsWith("engine at")) {
            line = said.readLine();
        }
        assertThat(line)
                .as("an engine at port %d; its errors: %s", port, Files.readString(errors()))
                .isNotNull();
        return "127.0.0.1:" + port;
    }

    /// It and the one behind it are nobody's at this moment.
    private static int freePort() throws IOException {
        while (true) {
            try (var first = new ServerSocket(0);
                    var _ = new ServerSocket(first.getLocalPort() + 1)) {
                return first.getLocalPort();
            } catch (IOException | IllegalArgumentException takenOrNone) {
                // The next pair may be free.
            }
        }
    }

    private Process start(Class<?> main, List<String> arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                        .start();
        processes.add(process);
        return process;
    }

    private Path errors() {
        return directory.resolve("errors.log");
    }
}
