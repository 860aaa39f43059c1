package eventloop.lab.measure.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Where results come from. Figures of two machines, or of two commits, are not to be compared unnoticed.
///
/// @param commit of the course, with `+changes` where files differ from it; `unknown` without git
public record Provenance(
        Instant date,
        String processor,
        int processors,
        long memoryBytes,
        String operatingSystem,
        String jdk,
        String commit,
        String command) {

    private static final Duration LONGEST_GIT = Duration.ofSeconds(10);

    /// @param course the course's directory
    /// @param command what was asked for, as one would type it again
    public static Provenance now(Path course, String command) {
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                physicalMemory(),
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                commitOf(course),
                command);
    }

    /// Machine, versions and date in one line, for people.
    public String words() {
        return "%s, %d processors, %s; %s; course at %s, %s"
                .formatted(processor, processors, operatingSystem, jdk, commit, date);
    }

    /// What of machine, kernel and JDK is not the same, in words: the kernel decides what it costs to send a file. The
    /// memory of one machine differs by some bytes from start to start.
    public Stream<String> differencesFrom(Provenance before) {
        return Stream.of(
                        Differences.in("processor", processor, before.processor),
                        Differences.in("processors", processors, before.processors),
                        Differences.in("operating system", operatingSystem, before.operatingSystem),
                        Differences.in("JDK", jdk, before.jdk))
                .flatMap(differences -> differences);
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static long physicalMemory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    private static String commitOf(Path course) {
        var commit = git(course, "rev-parse", "--short=12", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        return git(course, "status", "--porcelain", "--untracked-files=no").isEmpty()
                ? commit
                : commit + "+changes";
    }

    private static String git(Path directory, String... arguments) {
        try {
            var command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            var git =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            // Who hangs, on a disk far away, is ended; and so is the reading of what it says.
            git.onExit()
                    .orTimeout(LONGEST_GIT.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(_ -> git.destroyForcibly());
            var output = new String(git.getInputStream().readAllBytes()).strip();
            return git.waitFor() == 0 ? output : "";
        } catch (IOException noGit) {
            return "";
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
