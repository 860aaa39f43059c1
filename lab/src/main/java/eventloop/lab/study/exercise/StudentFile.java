package eventloop.lab.study.exercise;

import eventloop.lab.measure.result.TimestampedPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a student has written, which is never lost.
public record StudentFile(Exercise exercise) {
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
            var directory = Files.createDirectories(exercise.module().resolve("kept"));
            var name = exercise.number() + "-%s-" + exercise.text().file();
            kept =
                    Optional.of(
                            TimestampedPath.make(
                                    directory, name, place -> Files.move(yours, place)));
        }
        Files.createDirectories(yours.getParent());
        Files.writeString(yours, starter());
        return kept;
    }
}
