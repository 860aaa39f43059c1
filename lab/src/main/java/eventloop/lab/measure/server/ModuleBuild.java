package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Maven, for one module that the usual build leaves out because few want it. It is built from its own folder, for what
/// is asked of it alone is not to be asked of the modules that the course's settings of Maven would build along.
///
/// @param course the course's directory
/// @param module its directory, from there
public record ModuleBuild(Path course, String module) {
    public Path target() {
        return course.resolve(module).resolve("target");
    }

    /// What it is started from. Needs what is in `lib` beside it.
    public Path jar() {
        return target().resolve(Path.of(module).getFileName() + ".jar");
    }

    /// What Maven said when it last ran.
    public Path log() {
        return target().resolve("build.log");
    }

    /// Holds the checksum of what the jar was built from.
    private Path stamp() {
        return target().resolve("sources.checksum");
    }

    /// Whether there is no jar, or one that was built from other sources or with other settings.
    public boolean isStale() throws IOException {
        return !Files.isRegularFile(jar())
                || !Files.isRegularFile(stamp())
                || !Files.readString(stamp()).equals(checksum());
    }

    private String checksum() throws IOException {
        var places = Stream.of("pom.xml", module + "/pom.xml", module + "/src/main");
        return SourceChecksum.of(course, places.map(course::resolve));
    }

    /// Builds the jar, and what it needs, unless another process has done so by the time it is this one's turn.
    ///
    /// @param complaint if it does not go well, as the beginning of a sentence
    /// @throws FailedBuildException if it does not go well; there is no jar any more then, for an old one is not what
    ///     the sources say
    public void build(String maven, String complaint) throws IOException, InterruptedException {
        try (var _ = BuildLock.take(course)) {
            if (isStale()) {
                buildAnew(maven, complaint);
            }
        }
    }

    private void buildAnew(String maven, String complaint)
            throws IOException, InterruptedException {
        var checksum = checksum();
        // Maven looks at times only, and leaves libraries of another version where they are.
        for (var made :
                List.of(stamp(), jar(), target().resolve("classes"), target().resolve("lib"))) {
            remove(made);
        }
        runLocked(maven, complaint, List.of("-Dmaven.test.skip", "package"));
        Files.writeString(stamp(), checksum);
    }

    private static void remove(Path place) throws IOException {
        if (Files.exists(place)) {
            try (var entries = Files.walk(place)) {
                for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }

    /// @param complaint if it does not go well, as the beginning of a sentence
    /// @param arguments what Maven is to do
    /// @throws FailedBuildException if it does not go well; the message says where Maven has said why
    public void run(String maven, String complaint, String... arguments)
            throws IOException, InterruptedException {
        try (var _ = BuildLock.take(course)) {
            runLocked(maven, complaint, List.of(arguments));
        }
    }

    private void runLocked(String maven, String complaint, List<String> arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(target());
        var command =
                new ArrayList<>(
                        List.of(maven, "--quiet", "--batch-mode", "--file", module + "/pom.xml"));
        command.addAll(arguments);
        if (Children.runQuietly(command, course, log()) != 0) {
            throw new FailedBuildException(complaint, course.relativize(log()));
        }
    }
}
