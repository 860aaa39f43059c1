package eventloop.lab.measure.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where results are kept: every run's in `runs/DATE/`, which git ignores; those worth showing to others
/// in `lab/results/NAME.json`, which it does not.
public record ResultFiles(Path course) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// Finds out before the work is done whether there will be a place for its result.
    ///
    /// @throws NoPlaceException if there will be none
    public void claimPlace() throws NoPlaceException {
        var runs = course.resolve("runs");
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(runs), "", ""));
        } catch (IOException cannot) {
            throw new NoPlaceException(runs.toAbsolutePath().normalize());
        }
    }

    /// A fresh directory for one run: that of no other, also if two begin in the same second.
    public Path newRun() throws IOException {
        var runs = Files.createDirectories(course.resolve("runs"));
        return TimestampedPath.make(runs, "%s", Files::createDirectory);
    }

    public static Path write(Path directory, String name, Object result) throws IOException {
        return WholeFile.write(
                Files.createDirectories(directory).resolve(name + ".json"),
                Json.indented(result) + "\n");
    }

    /// Keeps a result under a name of its own, to be shown to others.
    public Path save(String name, Object result) throws IOException {
        Files.createDirectories(saved(name).getParent());
        return WholeFile.write(saved(name), textForOthers(result));
    }

    /// @param name under which it was saved
    /// @throws IOException also if there is none
    public <T> T read(String name, Class<T> kind) throws IOException {
        return Json.read(Files.readString(saved(name)), kind);
    }

    /// @return empty if nothing was saved under the name
    public <T> Optional<T> find(String name, Class<T> kind) throws IOException {
        return Files.isRegularFile(saved(name)) ? Optional.of(read(name, kind)) : Optional.empty();
    }

    /// Files of the course are named from its directory: where that lies on this machine tells others nothing, and is
    /// nobody's business.
    public String textForOthers(Object result) {
        var here = course.toAbsolutePath().normalize() + course.getFileSystem().getSeparator();
        var hereInJson = here.replace("\\", "\\\\");
        return Json.indented(result).replace(hereInJson, "") + "\n";
    }

    /// Where a result of this name is kept, if there is one.
    public Path saved(String name) {
        return course.resolve("lab/results").resolve(name + ".json");
    }
}
