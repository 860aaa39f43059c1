package eventloop.lab.show.pages;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.FailedBuildException;
import eventloop.lab.measure.server.SourceChecksum;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Maven needs to build and test the course, and nothing else: an empty repository is filled by building a copy of
/// the course with it. That is the only sure list of it, since plugins ask for more while they run. Files come from this
/// user's own repository, and from the network only if they are not there.
///
/// @param course the course's directory
public record OfflineRepository(Path course) {
    /// One that is over at once: what runs tests is asked for when there are any.
    private static final String A_TEST = "HttpDateTest";

    private static final String SETTINGS =
            """
            <settings>
              <profiles>
                <profile>
                  <id>from-this-machine</id>
                  <repositories>
                    <repository><id>here</id><url>%1$s</url></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>here</id><url>%1$s</url></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>from-this-machine</activeProfile>
              </activeProfiles>
            </settings>
            """;

    Path directory() {
        return place().resolve("maven-repository");
    }

    private Path place() {
        return course.resolve("target/bundle");
    }

    /// Holds the checksum of the poms for which the repository was filled.
    private Path stamp() {
        return place().resolve("poms.checksum");
    }

    public boolean isStale() throws IOException {
        return !Files.exists(stamp()) || !Files.readString(stamp()).equals(checksum());
    }

    /// Takes some minutes.
    ///
    /// @throws FailedBuildException if that does not go well; the message says where Maven has said why
    public void fill(String maven) throws IOException, InterruptedException {
        var checksum = checksum();
        Files.deleteIfExists(stamp());
        Files.createDirectories(place());
        try (var copy = TemporaryDirectory.create("course-")) {
            new CourseCopy(course, copy.path()).sources();
            build(maven, copy.path());
        }
        Files.writeString(stamp(), checksum);
    }

    private void build(String maven, Path copy) throws IOException, InterruptedException {
        var settings = copy.resolve("settings.xml");
        Files.writeString(settings, SETTINGS.formatted(ofThisUser()));
        var command =
                List.of(
                        maven,
                        "--batch-mode",
                        "--global-settings",
                        settings.toString(),
                        "-Dmaven.repo.local=" + directory(),
                        "-Dtest=" + A_TEST,
                        "-Dexec.skip",
                        "clean",
                        "verify");
        var log = place().resolve("build.log");
        if (Children.runQuietly(command, copy, log) != 0) {
            throw new FailedBuildException(
                    "the course cannot be built with a repository of its own",
                    course.relativize(log));
        }
    }

    private static String ofThisUser() {
        return Path.of(System.getProperty("user.home"), ".m2", "repository").toUri().toString();
    }

    private String checksum() throws IOException {
        try (var modules = Files.list(course)) {
            var poms =
                    Stream.concat(Stream.of(course), modules)
                            .map(module -> module.resolve("pom.xml"))
                            .filter(Files::isRegularFile);
            return SourceChecksum.of(course, poms);
        }
    }
}
