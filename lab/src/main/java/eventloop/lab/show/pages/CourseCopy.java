package eventloop.lab.show.pages;

import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.StudentFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// Copies the course to another folder, which may lie in an archive.
///
/// @param course the course's directory
/// @param copy where its files are to be
record CourseCopy(Path course, Path copy) {
    /// What is made anew wherever it is needed, or is nobody else's business.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    ".git",
                    ".mvn",
                    "maven-repository",
                    "runs",
                    "target",
                    "node_modules",
                    "lab/site/large",
                    "exercises/kept",
                    "exercises/progress.json*",
                    "exercises-*.json",
                    "*.zip",
                    "*.pdf");

    /// Of what is built, beside the jar of each module.
    private static final List<String> BUILT =
            List.of(
                    "target/built",
                    "exercises/target/course",
                    "exercises/target/libraries",
                    "slides/target/deck",
                    "slides/target/deck.checksum");

    void sources() throws IOException {
        copy(course, "", LEFT_OUT);
        if (copy.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    copy.resolve("course"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// In place of what has been written here: whoever unpacks the course begins at the start.
    void starters() throws IOException {
        for (var exercise : Exercises.in(course).all()) {
            var yours = copy.resolve(inside(course, exercise.yours()));
            Files.createDirectories(yours.getParent());
            Files.writeString(yours, new StudentFile(exercise).starter());
        }
    }

    /// All of it has to be built before.
    void products() throws IOException {
        for (var built : BUILT) {
            copy(course.resolve(built), built, Set.of());
        }
        try (var modules = Files.newDirectoryStream(course, Files::isDirectory)) {
            for (var module : modules) {
                var jar = "%1$s/target/%1$s.jar".formatted(module.getFileName());
                if (Files.exists(course.resolve(jar))) {
                    copy(course.resolve(jar), jar, Set.of());
                }
            }
        }
    }

    /// @param name of it, from the copy's root
    /// @param leftOut names of files and folders, or paths from there; `*` stands for any letters
    void copy(Path from, String name, Set<String> leftOut) throws IOException {
        var matchers =
                leftOut.stream()
                        .map(glob -> from.getFileSystem().getPathMatcher("glob:" + glob))
                        .toList();
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
                            var place = copy.resolve(name).resolve(inside(from, file));
                            Files.createDirectories(place.getParent());
                            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    private boolean isLeftOut(Path path) {
                        var inside = from.relativize(path);
                        return matchers.stream()
                                .anyMatch(matcher ->
                                        matcher.matches(path.getFileName())
                                                || matcher.matches(inside));
                    }
                });
    }

    /// As every file system has it.
    private static String inside(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
