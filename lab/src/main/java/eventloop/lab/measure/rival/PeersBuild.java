package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.FailedBuildException;
import eventloop.lab.measure.server.ModuleBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Builds the Java rivals, which are no part of the usual build: they and what they need are 30 MB to be
/// fetched, and only who compares with them wants them.
///
/// @param course the course's directory
public record PeersBuild(Path course) {
    /// The section of the jar's manifest.
    private static final String VERSIONS = "versions";

    /// From the course's directory.
    private static final String MODULE = "lab/peers";

    /// Why there is nothing to start, in one line; nothing if there is.
    Optional<String> missing() {
        if (Files.isRegularFile(jar())) {
            return Optional.empty();
        }
        var log = moduleBuild().log();
        return Optional.of(
                Files.exists(log)
                        ? "not built: Maven's output is in " + course.relativize(log)
                        : "not built: mvn -Ppeers package");
    }

    private Path module() {
        return course.resolve(MODULE);
    }

    private ModuleBuild moduleBuild() {
        return new ModuleBuild(course, MODULE);
    }

    private Path target() {
        return moduleBuild().target();
    }

    /// What they are started from. Needs `lib` beside it.
    public Path jar() {
        return target().resolve("peers.jar");
    }

    /// Its time is that of the last good build's begin.
    private Path stamp() {
        return target().resolve("built");
    }

    /// As the build has noted it in the jar, in the manner of `2.4.4.Final of 2026-10-28`; nothing if there is none.
    Optional<Release> releaseOf(String peer) {
        try (var jar = new JarFile(jar().toFile())) {
            return Optional.ofNullable(jar.getManifest().getAttributes(VERSIONS))
                    .flatMap(all -> Optional.ofNullable(all.getValue(peer)))
                    .flatMap(Release::in);
        } catch (IOException notBuilt) {
            return Optional.empty();
        }
    }

    /// Whether there is no build, or a source is younger than the last.
    public boolean isStale() {
        if (!Files.isRegularFile(jar()) || !Files.isRegularFile(stamp())) {
            return true;
        }
        try (var sources =
                Stream.concat(
                        Stream.of(course.resolve("pom.xml"), module().resolve("pom.xml")),
                        Files.walk(module().resolve("src/main")))) {
            var built = Files.getLastModifiedTime(stamp());
            return sources.anyMatch(source -> modified(source).compareTo(built) > 0);
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Builds them, and leaves the lab alone, which is running from its own jar.
    ///
    /// @throws FailedBuildException if that does not go well; there is no jar any more then, for an old one is not what
    ///     the sources say
    public void run(String maven) throws IOException, InterruptedException {
        Files.deleteIfExists(jar());
        var begin = FileTime.from(Instant.now());
        moduleBuild().run(maven, "the Java rivals cannot be built", "-Dmaven.test.skip", "package");
        if (!Files.exists(stamp())) {
            Files.createFile(stamp());
        }
        Files.setLastModifiedTime(stamp(), begin);
    }
}
