package eventloop.contract;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server as its user has it: a program with a standard output, signals and an exit status.
public final class ServerProcess implements AutoCloseable {
    /// A machine of two processors may start dozens of them at once.
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /// Half of this heap is as much as the cache of step 6 asks for.
    private static final List<String> USUAL = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

    private static final String LISTENING = "listening on ";

    private final Process process;
    private final Path errors;

    private ServerProcess(ProcessBuilder builder) throws IOException {
        this.errors = Files.createTempFile("server", ".err");
        this.process = builder.redirectError(errors.toFile()).start();
    }

    public static ServerProcess start(Class<?> main, String... arguments) throws IOException {
        return startWith(USUAL, main, arguments);
    }

    /// One whose JVM is told something.
    public static ServerProcess startWith(List<String> options, Class<?> main, String... arguments)
            throws IOException {
        return new ServerProcess(new ProcessBuilder(command(options, main, arguments)));
    }

    /// One that may have only `count` files and sockets open.
    public static ServerProcess startWithDescriptors(int count, Class<?> main, String... arguments)
            throws IOException {
        var limited = List.of("sh", "-c", "ulimit -n " + count + "; exec \"$@\"", "sh");
        return startBy(limited, main, arguments);
    }

    /// One that is started by another program, such as `env LC_ALL=C`, which is told the server's command.
    public static ServerProcess startBy(List<String> starter, Class<?> main, String... arguments)
            throws IOException {
        var command = Stream.concat(starter.stream(), command(USUAL, main, arguments).stream());
        return new ServerProcess(new ProcessBuilder(command.toList()));
    }

    private static List<String> command(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As the manifest of a server's own jar says it.
        command.add("--enable-native-access=ALL-UNNAMED");
        // No file of counters: another JVM that starts may look into it just then, and this one
        // would tell of that where it should say that it listens.
        command.add("-XX:-UsePerfData");
        command.addAll(options);
        command.addAll(List.of("-cp", ClassPathOfJars.TEXT, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Waits for the line that says where the server listens.
    public InetSocketAddress address() throws Exception {
        var line = firstLineOfOutput();
        if (!line.startsWith(LISTENING)) {
            throw new AssertionError("the server said '" + line + "' and " + errors());
        }
        var url = URI.create(line.substring(LISTENING.length()));
        return new InetSocketAddress(InetAddress.getByName(url.getHost()), url.getPort());
    }

    public String firstLineOfOutput() throws Exception {
        return CompletableFuture.supplyAsync(
                        () -> readLine(process.inputReader()),
                        task -> Thread.ofPlatform().daemon().start(task))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String readLine(BufferedReader output) {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// All it writes to its standard output until it ends.
    public List<String> output() {
        return process.inputReader().lines().toList();
    }

    /// What it has written to its standard error, line by line.
    public List<String> errors() throws IOException {
        return Files.readAllLines(errors);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// The processor time it has used up to now.
    public Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /// How much memory it takes from the machine, in bytes (Linux).
    public long residentMemory() throws IOException {
        try (var status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            var line = status.filter(field -> field.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
    }

    /// How many files and sockets it has open (Linux).
    public long openDescriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return open.count();
        }
    }

    /// Asks it to end (SIGTERM).
    public void terminate() {
        process.destroy();
    }

    /// Waits for its end.
    public int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the server still runs after " + PATIENCE);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(errors);
    }

    /// The tests' class path with every directory packed into a jar. A class in a directory is a file
    /// that has to be opened when the class is first needed, which may be just when no descriptor is
    /// left; the jar of a server that is installed is open all the time.
    private static final class ClassPathOfJars {
        private static final String TEXT =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .map(entry -> Files.isDirectory(entry) ? jarOf(entry) : entry)
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));

        private static Path jarOf(Path directory) {
            try {
                var jar = Files.createTempFile("classes", ".jar");
                jar.toFile().deleteOnExit();
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--no-compress",
                                "--file=" + jar,
                                "-C",
                                directory.toString(),
                                ".");
                return jar;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
