import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What an ahead-of-time cache (JEP 483, JEP 514) saves a server until its first answer, and a command of the lab until
/// its end; and what it costs.
///
/// `java lab/build/AheadOfTimeCache.java [JAR [ROUNDS]]`, from the course's directory, once it is built; on Linux
///
/// Starts each in turns with and without its cache, with the flags that `./course` gives it; then shows what the JVM
/// says when the cache does not fit. Processor time tells more than the clock while other programs run.
class AheadOfTimeCache {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// In which the kernel counts the processor time of processes.
    private static final double MILLIS_A_TICK = 10;

    private record Start(double wallMillis, double processorMillis) {}

    /// @param flags of its JVM
    /// @param arguments the jar and its own
    private record Program(List<String> flags, List<String> arguments) {
        static Program server(String jar) {
            return new Program(
                    List.of("@lab/src/main/resources/eventloop/lab/measure/server/server.jvm"),
                    List.of("-jar", jar, "--port", "0", "--root", "lab/site"));
        }

        static Program command() {
            return new Program(
                    List.of("-Dcourse.directory=."), List.of("-jar", "lab/target/lab.jar", "help"));
        }

        Process with(List<String> more) throws IOException {
            var command =
                    Stream.of(List.of(JAVA), flags, more, arguments).flatMap(List::stream).toList();
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /// Until the program has done what it was started for, and has ended.
    private interface Timing {
        Start of(Process process, long begin) throws Exception;
    }

    public static void main(String... arguments) throws Exception {
        var jar =
                arguments.length > 0 ? arguments[0] : "step07-zerocopy/target/step07-zerocopy.jar";
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
        var directory = Files.createTempDirectory("ahead-of-time");

        System.out.printf(
                "a server until its first answer, medians of %d starts in turns%n", rounds);
        var cache = directory.resolve("server");
        compare(Program.server(jar), AheadOfTimeCache::firstAnswer, cache, rounds);
        System.out.printf(
                "to the end of help (./course help), medians of %d starts in turns%n", rounds);
        compare(Program.command(), AheadOfTimeCache::end, directory.resolve("command"), rounds);

        System.out.println("where the cache does not fit");
        var whole = Files.readAllBytes(cache);
        Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        complaints("another flag", cache, "-XX:-UseCompactObjectHeaders");
        complaints("a cache cut short", directory.resolve("cut"), "-XX:+UseCompactObjectHeaders");
        complaints("no cache there", directory.resolve("gone"), "-XX:+UseCompactObjectHeaders");
    }

    private static void compare(Program program, Timing timing, Path cache, int rounds)
            throws Exception {
        var recorded = "-XX:AOTConfiguration=" + cache + "-recorded";
        var use = "-XX:AOTCache=" + cache;
        start(program, timing, List.of("-XX:AOTMode=record", recorded));
        var creation = program.with(List.of("-XX:AOTMode=create", recorded, use));
        creation.getInputStream().readAllBytes();
        creation.waitFor();

        var without = new ArrayList<Start>();
        var with = new ArrayList<Start>();
        for (int round = 0; round < rounds; round++) {
            without.add(start(program, timing, List.of()));
            with.add(start(program, timing, List.of(use)));
        }
        show("without the cache", median(without));
        show("with the cache", median(with));
        System.out.printf(
                "ratio               %.2f of the time, %.2f of the processor time%n",
                median(with).wallMillis() / median(without).wallMillis(),
                median(with).processorMillis() / median(without).processorMillis());
        System.out.printf("the cache           %.1f MB%n", Files.size(cache) / 1e6);
    }

    private static Start start(Program program, Timing timing, List<String> more) throws Exception {
        long begin = System.nanoTime();
        return timing.of(program.with(more), begin);
    }

    /// Asks once.
    private static Start firstAnswer(Process server, long begin) throws Exception {
        var line = server.inputReader().readLine();
        if (line == null) {
            throw new IllegalStateException("the server does not start: build the course first");
        }
        try (var page = URI.create(line.replace("listening on ", "")).toURL().openStream()) {
            page.read();
        }
        double wall = millisSince(begin);
        double processor = server.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        server.destroy();
        server.waitFor();
        return new Start(wall, processor);
    }

    private static Start end(Process command, long begin) throws Exception {
        double before = ticksOfEnded();
        command.getInputStream().readAllBytes();
        if (command.waitFor() != 0) {
            throw new IllegalStateException("the command fails: build the course first");
        }
        double wall = millisSince(begin);
        return new Start(wall, (ticksOfEnded() - before) * MILLIS_A_TICK);
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /// What all processes have taken that this one has started, and that have ended: proc(5), cutime and cstime.
    private static double ticksOfEnded() throws IOException {
        var all = Files.readString(Path.of("/proc/self/stat"));
        var behindName = all.substring(all.lastIndexOf(')') + 2).split(" ");
        return Double.parseDouble(behindName[13]) + Double.parseDouble(behindName[14]);
    }

    private static void complaints(String what, Path cache, String flag)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                JAVA,
                                "-XX:+UseSerialGC",
                                flag,
                                "-XX:AOTCache=" + cache,
                                "--version")
                        .start();
        var said = new ArrayList<>(process.inputReader().readAllLines());
        said.addAll(process.errorReader().readAllLines());
        long warnings = said.stream().filter(line -> line.startsWith("[")).count();
        System.out.printf("%-19s %d lines of warnings on the terminal%n", what, warnings);
    }

    private static void show(String what, Start start) {
        System.out.printf(
                "%-19s %.0f ms, processor time %.0f ms%n",
                what, start.wallMillis(), start.processorMillis());
    }

    private static Start median(List<Start> starts) {
        return new Start(median(starts, Start::wallMillis), median(starts, Start::processorMillis));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
    }
}
