package eventloop.lab.show.pages;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;

/// The course with all that is built, and all that Maven needs to build it again, in one archive: whoever unpacks it
/// needs a JDK and Maven, and no network.
///
/// Maven finds its repository, and is told to leave the network alone, by a file of its own in the course's folder: so
/// it is the same whether a launcher calls it, the lab, or a student.
public record CourseBundle(Path course) {
    private static final String FOLDER = "event-loop-course";
    private static final String REPOSITORY = "maven-repository";
    private static final String JVM_CONFIG = ".mvn/jvm.config";

    private static final String MAVEN_CONFIG =
            """
            --also-make
            --offline
            -Dmaven.repo.local=%s
            """
                    .formatted(REPOSITORY);

    /// From where Maven had each file: it would ask there again.
    private static final Set<String> ORIGINS =
            Set.of("_remote.repositories", "resolver-status.properties");

    /// Everything has to be built before.
    ///
    /// @param file is replaced, if it is there
    /// @param repository what Maven has fetched for the course
    public BundleSizes write(Path file, OfflineRepository repository) throws IOException {
        // Where nothing is packed from: the archive is not to hold itself.
        var draft = course.resolve("target/bundle.zip");
        Files.deleteIfExists(draft);
        var settings = Map.of("create", true, "enablePosixFileAttributes", true);
        long unpacked;
        long ofMaven;
        try (var archive = FileSystems.newFileSystem(draft, settings)) {
            var root = archive.getPath(FOLDER);
            pack(root, repository);
            unpacked = BundleSizes.of(root);
            ofMaven = BundleSizes.of(root.resolve(REPOSITORY));
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        return new BundleSizes(Files.size(file), unpacked, ofMaven);
    }

    private void pack(Path root, OfflineRepository repository) throws IOException {
        var copy = new CourseCopy(course, root);
        copy.sources();
        copy.starters();
        copy.products();
        copy.copy(repository.directory(), REPOSITORY, ORIGINS);
        copy.copy(course.resolve(JVM_CONFIG), JVM_CONFIG, Set.of());
        var config = root.resolve(".mvn/maven.config");
        Files.createDirectories(config.getParent());
        Files.writeString(config, MAVEN_CONFIG);
    }
}
