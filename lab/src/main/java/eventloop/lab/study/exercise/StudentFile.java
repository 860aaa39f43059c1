package eventloop.lab.study.exercise;

import eventloop.lab.measure.result.TimestampedPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a student has written, which is never lost.
public record StudentFile(Exercise exercise) {
    private static final String NOT_UTF_8 =
            "this line is not UTF-8: save the file in that encoding";

    public String starter() throws IOException {
        return Cut.starter(Files.readString(exercise.solution()));
    }

    /// What stands in it; nothing if it is not there. Another character stands for what is not UTF-8.
    public String content() throws IOException {
        var yours = exercise.yours();
        return Files.isRegularFile(yours)
                ? new String(Files.readAllBytes(yours), StandardCharsets.UTF_8)
                : "";
    }

    /// Whether nothing has been written yet.
    public boolean isUntouched() throws IOException {
        return content().equals(starter());
    }

    /// The first line that is not UTF-8. An editor that saves in another encoding goes unnoticed for as long as
    /// everything is ASCII.
    Optional<Mistake> mistakenEncoding() throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(exercise.yours()));
        var decoded = CharBuffer.allocate(bytes.remaining());
        if (!StandardCharsets.UTF_8.newDecoder().decode(bytes, decoded, true).isError()) {
            return Optional.empty();
        }
        var before = decoded.flip().toString();
        long line = before.chars().filter(character -> character == '\n').count();
        return Optional.of(
                new Mistake(
                        exercise.text().file(),
                        line + 1,
                        content().lines().skip(line).findFirst().orElse(""),
                        before.length() - before.lastIndexOf('\n'),
                        NOT_UTF_8));
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
