package eventloop.lab.study.exercise;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.TimestampedPath;
import eventloop.lab.measure.result.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// `exercises/progress.json`: what a student has done. Two commands at once do not lose each other's entries, and a
/// file that cannot be understood is put aside and not thrown away.
public final class Notebook {
    private final Path file;

    /// @param key made at random: tells the notebooks of two students apart who have one nickname; nothing if an older
    ///     version of the course has written this
    /// @param student the name or nickname that its owner has given
    /// @param exercises by number
    /// @param guesses of what `./course ask` has measured
    public record Page(
            Optional<String> key,
            Optional<String> student,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Standing> exercises,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Guessed> guesses) {
        private static final Page EMPTY =
                new Page(Optional.empty(), Optional.empty(), Map.of(), List.of());

        public Page {
            exercises = new TreeMap<>(exercises);
            guesses = List.copyOf(guesses);
        }

        public Standing of(Exercise exercise) {
            return exercises.getOrDefault(exercise.number(), Standing.NONE);
        }

        private Page with(Exercise exercise, Standing standing) {
            var all = new TreeMap<>(exercises);
            all.put(exercise.number(), standing);
            return new Page(key, student, all, guesses);
        }

        private Page with(Guessed guess) {
            var all = Stream.concat(guesses.stream(), Stream.of(guess)).toList();
            return new Page(key, student, exercises, all);
        }

        private Page ofStudent(String name) {
            return new Page(key, Optional.of(name), exercises, guesses);
        }

        private Page withKey() {
            return key.isPresent()
                    ? this
                    : new Page(
                            Optional.of(UUID.randomUUID().toString()), student, exercises, guesses);
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
            return Files.exists(file) ? Json.read(Files.readString(file), Page.class) : Page.EMPTY;
        } catch (JacksonException | CharacterCodingException notUnderstood) {
            return Page.EMPTY;
        }
    }

    /// Puts a file that cannot be understood aside, so that there is place for a new one.
    ///
    /// @return where it is now; nothing if all is well
    /// @throws IOException if it cannot be read or moved: then it stays as it is
    public Optional<Path> putAsideIfBroken() throws IOException {
        try {
            if (Files.exists(file)) {
                Json.read(Files.readString(file), Page.class);
            }
            return Optional.empty();
        } catch (JacksonException | CharacterCodingException notUnderstood) {
            var aside =
                    TimestampedPath.make(
                            file.getParent(),
                            file.getFileName() + ".broken-%s",
                            place -> Files.move(file, place));
            return Optional.of(aside);
        }
    }

    /// What is said to its owner then, in one line.
    ///
    /// @param aside where it is now
    public static String words(Path aside) {
        return "progress.json could not be understood; it is kept as %s, and a new one begins"
                .formatted(aside.getFileName());
    }

    /// @return what stands there now
    public Standing note(Exercise exercise, UnaryOperator<Standing> change) throws IOException {
        return change(page -> page.with(exercise, worked(page.of(exercise), change))).of(exercise);
    }

    private static Standing worked(Standing before, UnaryOperator<Standing> change) {
        var next = change.apply(before);
        return before.done() ? next : next.workedOnUntil(Instant.now());
    }

    public void note(Guessed guess) throws IOException {
        change(page -> page.with(guess));
    }

    /// @return what stands there now
    public Page noteStudent(String name) throws IOException {
        return change(page -> page.ofStudent(name));
    }

    private Page change(UnaryOperator<Page> change) throws IOException {
        var lock = Files.createDirectories(file.resolveSibling("target")).resolve("progress.lock");
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            putAsideIfBroken();
            var next = change.apply(read()).withKey();
            WholeFile.write(file, Json.indented(next) + "\n");
            return next;
        }
    }
}
