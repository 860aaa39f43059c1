import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What an ahead-of-time cache (JEP 483, JEP 514) saves a server until its first answer, and what it costs.
///
/// `java lab/build/AheadOfTimeCache.java [JAR [ROUNDS]]`, from the course's directory, once it is built
///
/// Starts the server in turns with and without the cache, both with the flags of `./course run`; then shows what
/// the JVM says when the cache does not fit. Processor time tells more than the clock while other programs run.
class AheadOfTimeCache {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String FLAGS =
            "@lab/src/main/resources/eventloop/lab/measure/server/server.jvm";
    private static final List<String> OPTIONS = List.of("--port", "0", "--root", "lab/site");

    private record Start(double wallMillis, double processorMillis) {}

    public static void main(String... arguments) throws Exception {
        var jar =
                arguments.length > 0 ? arguments[0] : "step07-zerocopy/target/step07-zerocopy.jar";
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
        var directory = Files.createTempDirectory("ahead-of-time");
        var recorded = directory.resolve("recorded").toString();
        var cache = directory.resolve("cache").toString();
        start(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded), jar);
        run(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded), cache, jar);

        var without = new ArrayList<Start>();
        var with = new ArrayList<Start>();
        for (int round = 0; round < rounds; round++) {
            without.add(start(List.of(), jar));
            with.add(start(List.of("-XX:AOTCache=" + cache), jar));
        }
        System.out.printf("until the first answer, medians of %d starts in turns%n", rounds);
        show("without the cache", without);
        show("with the cache", with);
        System.out.printf(
                "ratio               %.2f of the time, %.2f of the processor time%n",
                median(with).wallMillis() / median(without).wallMillis(),
                median(with).processorMillis() / median(without).processorMillis());
        System.out.printf("the cache           %.1f MB%n", Files.size(Path.of(cache)) / 1e6);

        var whole = Files.readAllBytes(Path.of(cache));
        Files.write(Path.of(cache + "-cut"), Arrays.copyOf(whole, whole.length / 2));
        complaints("another flag", cache, "-XX:-UseCompactObjectHeaders");
        complaints("a cache cut short", cache + "-cut", "-XX:+UseCompactObjectHeaders");
        complaints("no cache there", cache + "-gone", "-XX:+UseCompactObjectHeaders");
    }

    /// Starts the server, asks it once, and ends it.
    private static Start start(List<String> more, String jar) throws Exception {
        var command = new ArrayList<>(List.of(JAVA, FLAGS));
        command.addAll(more);
        command.addAll(List.of("-jar", jar));
        command.addAll(OPTIONS);
        long begin = System.nanoTime();
        var server =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var line = server.inputReader().readLine();
        if (line == null) {
            throw new IllegalStateException(jar + " does not start: build the course first");
        }
        try (var page = URI.create(line.replace("listening on ", "")).toURL().openStream()) {
            page.read();
        }
        double wall = (System.nanoTime() - begin) / 1e6;
        double processor = server.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        server.destroy();
        server.waitFor();
        return new Start(wall, processor);
    }

    private static void run(List<String> more, String cache, String jar) throws Exception {
        var command = new ArrayList<>(List.of(JAVA, FLAGS));
        command.addAll(more);
        command.addAll(List.of("-XX:AOTCache=" + cache, "-jar", jar));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void complaints(String what, String cache, String flag)
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

    private static void show(String what, List<Start> starts) {
        var median = median(starts);
        System.out.printf(
                "%-19s %.0f ms, processor time %.0f ms%n",
                what, median.wallMillis(), median.processorMillis());
    }

    private static Start median(List<Start> starts) {
        return new Start(
                starts.stream()
                        .mapToDouble(Start::wallMillis)
                        .sorted()
                        .toArray()[starts.size() / 2],
                starts.stream()
                        .mapToDouble(Start::processorMillis)
                        .sorted()
                        .toArray()[starts.size() / 2]);
    }
}
