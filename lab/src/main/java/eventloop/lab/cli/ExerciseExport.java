package eventloop.lab.cli;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.exercise.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The file a teacher collects: a student's progress under a name.
///
/// @param student a name or nickname
/// @param exercises by number
record ExerciseExport(String student, String written, Map<String, Standing> exercises) {
    /// @param name the user's own where it is empty
    static Path write(Path course, String name, Notebook.Page page, CommandSpec spec)
            throws IOException {
        var student = name.isEmpty() ? System.getProperty("user.name") : name;
        if (!ResultFiles.isName(student)) {
            throw new ParameterException(
                    spec.commandLine(), "a name has letters, digits, '.', '_' and '-' only");
        }
        var export =
                new ExerciseExport(
                        student,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        page.exercises());
        return Files.writeString(
                course.resolve("exercises-" + student + ".json"), Json.indented(export) + "\n");
    }
}
