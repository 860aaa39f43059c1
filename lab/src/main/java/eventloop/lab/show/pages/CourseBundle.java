package eventloop.lab.show.pages;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The course with all that is built, in one archive: whoever unpacks it needs a JDK, and neither Maven nor a network.
/// That is so until they change the source of a server; exercises are compiled without Maven.
public record CourseBundle(Path course) {
    private static final String FOLDER = "event-loop-course";

    /// What is made anew wherever it is needed, or is nobody else's business.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    ".git",
                    "runs",
                    "target",
                    "node_modules",
                    "lab/site/large",
                    "exercises/kept",
                    "exercises/progress.json");

    /// Of what is built, beside the jar of each module.
    private static final List<String> BUILT =
            List.of(
                    "target/built",
                    "exercises/target/course",
                    "exercises/target/libraries",
                    "slides/target/deck",
                    "slides/target/deck.checksum");

    /// Everything has to be built before.
    ///
    /// @param file is replaced, if it is there
    public void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        // Where nothing is packed from: the archive is not to hold itself.
        var draft = course.resolve("target/bundle.zip");
        Files.deleteIfExists(draft);
        pack(draft);
        Files.move(draft, file);
    }

    private void pack(Path draft) throws IOException {
        var settings = Map.of("create", true, "enablePosixFileAttributes", true);
        try (var archive = FileSystems.newFileSystem(draft, settings)) {
            copy(course, archive, LEFT_OUT);
            for (var built : BUILT) {
                copy(course.resolve(built), archive, Set.of());
            }
            try (var modules = Files.newDirectoryStream(course, Files::isDirectory)) {
                for (var module : modules) {
                    copyIfThere(
                            module.resolve("target/%s.jar".formatted(module.getFileName())),
                            archive);
                }
            }
            Files.setPosixFilePermissions(
                    place(course.resolve("course"), archive),
                    PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void copyIfThere(Path file, FileSystem archive) throws IOException {
        if (Files.exists(file)) {
            copy(file, archive, Set.of());
        }
    }

    private void copy(Path from, FileSystem archive, Set<String> leftOut) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                        return isLeftOut(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                            throws IOException {
                        if (!isLeftOut(file)) {
                            var place = place(file, archive);
                            Files.createDirectories(place.getParent());
                            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    private boolean isLeftOut(Path path) {
                        return leftOut.contains(path.getFileName().toString())
                                || leftOut.contains(inCourse(path));
                    }
                });
    }

    private Path place(Path file, FileSystem archive) {
        return archive.getPath(FOLDER, inCourse(file));
    }

    private String inCourse(Path file) {
        return course.relativize(file).toString().replace('\\', '/');
    }
}
