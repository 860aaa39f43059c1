package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.FailedBuildException;
import eventloop.lab.measure.server.ModuleBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;

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

    private ModuleBuild moduleBuild() {
        return new ModuleBuild(course, MODULE);
    }

    /// What they are started from.
    public Path jar() {
        return moduleBuild().jar();
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

    /// Whether they have to be built, for the first time or anew.
    public boolean isStale() {
        try {
            return moduleBuild().isStale();
        } catch (IOException unreadable) {
            return true;
        }
    }

    /// Builds them, and leaves the lab alone, which is running from its own jar.
    ///
    /// @throws FailedBuildException if that does not go well; there is no jar any more then
    public void run(String maven) throws IOException, InterruptedException {
        moduleBuild().build(maven, "the Java rivals cannot be built");
    }
}
