package eventloop.lab.study.exercise;

import eventloop.lab.measure.result.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/// `exercises/progress.json`: what a student has done. Two commands at once do not lose each other's entries, and a
/// file that cannot be understood is put aside and not thrown away.
public final class Notebook {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private final Path file;

    /// @param exercises by number
    public record Page(Map<String, Standing> exercises) {
        public Page {
            exercises = exercises == null ? Map.of() : new TreeMap<>(exercises);
        }

        public Standing of(Exercise exercise) {
            return exercises.getOrDefault(exercise.number(), Standing.NONE);
        }
    }

    private Notebook(Path file) {
        this.file = file;
    }

    public static Notebook in(Path course) {
        return new Notebook(course.resolve("exercises/progress.json"));
    }

    public Path file() {
        return file;
    }

    /// @throws IOException if it cannot be read; one that cannot be understood counts as empty
    public Page read() throws IOException {
        try {
            return Files.exists(file)
                    ? Json.read(Files.readString(file), Page.class)
                    : new Page(Map.of());
        } catch (JacksonException notUnderstood) {
            return new Page(Map.of());
        }
    }

    /// Puts a file that cannot be understood aside, so that there is place for a new one.
    ///
    /// @return where it is now; nothing if all is well
    public Optional<Path> putAsideIfBroken() throws IOException {
        try {
            if (Files.exists(file)) {
                Json.read(Files.readString(file), Page.class);
            }
            return Optional.empty();
        } catch (JacksonException | IOException notUnderstood) {
            var name = "progress.json.broken-" + DATE.format(LocalDateTime.now());
            return Optional.of(Files.move(file, file.resolveSibling(name)));
        }
    }

    /// @return what stands there now
    public Standing note(Exercise exercise, UnaryOperator<Standing> change) throws IOException {
        var lock = Files.createDirectories(file.resolveSibling("target")).resolve("progress.lock");
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var all = new TreeMap<>(read().exercises());
            var next = change.apply(all.getOrDefault(exercise.number(), Standing.NONE));
            all.put(exercise.number(), next);
            write(new Page(all));
            return next;
        }
    }

    /// All or nothing, also if the machine stops in between.
    private void write(Page page) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), "progress", ".json.new");
        Files.writeString(fresh, Json.indented(page) + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
