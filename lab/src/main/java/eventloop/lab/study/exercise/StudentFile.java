package eventloop.lab.study.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What a student has written, which is never lost.
public record StudentFile(Exercise exercise) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    public String starter() throws IOException {
        return Cut.starter(Files.readString(exercise.solution()));
    }

    /// Whether nothing has been written yet.
    public boolean isUntouched() throws IOException {
        return Files.isRegularFile(exercise.yours())
                && Files.readString(exercise.yours()).equals(starter());
    }

    /// Puts the starter in its place.
    ///
    /// @return where the student's file is kept; nothing if there was none
    public Optional<Path> reset() throws IOException {
        var yours = exercise.yours();
        Optional<Path> kept = Optional.empty();
        if (Files.exists(yours)) {
            var name =
                    "%s-%s-%s"
                            .formatted(
                                    exercise.number(),
                                    DATE.format(LocalDateTime.now()),
                                    exercise.text().file());
            var directory = Files.createDirectories(exercise.module().resolve("kept"));
            kept = Optional.of(Files.move(yours, free(directory, name)));
        }
        Files.createDirectories(yours.getParent());
        Files.writeString(yours, starter());
        return kept;
    }

    private static Path free(Path directory, String name) {
        var place = directory.resolve(name);
        for (int number = 2; Files.exists(place); number++) {
            place = directory.resolve(number + "-" + name);
        }
        return place;
    }
}
