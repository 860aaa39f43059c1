package eventloop.lab.show.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.WholeFile;
import eventloop.lab.study.exercise.Guessed;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.exercise.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a student hands in, in one file: how far they are, what they have guessed, and what their
/// machine has found.
///
/// @param key of the student's notebook; nothing in a file that an older version of the course has written
/// @param student a name or nickname
/// @param written when, in UTC
/// @param exercises by number
public record HandIn(
        Optional<String> key,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String student,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String written,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Standing> exercises,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Guessed> guesses,
        ReportData found) {
    /// Older versions of the course wrote less.
    public HandIn {
        student = student.strip();
        exercises = new TreeMap<>(exercises);
        guesses = List.copyOf(guesses);
        found = found == null ? ReportData.NOTHING : found;
    }

    public static HandIn of(Notebook.Page page, String student, ReportData found) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new HandIn(page.key(), student, now, page.exercises(), page.guesses(), found);
    }

    /// What a machine has found, without a word of who sits at it.
    static HandIn of(String name, ReportData found) {
        return new HandIn(Optional.empty(), name, "", Map.of(), List.of(), found);
    }

    /// @return the file
    public Path write(Path course) throws IOException {
        return WholeFile.write(
                course.resolve("exercises-%s.json".formatted(student)),
                new ResultFiles(course).textForOthers(this));
    }

    HandIn ofStudent(String name) {
        return new HandIn(key, name, written, exercises, guesses, found);
    }
}
