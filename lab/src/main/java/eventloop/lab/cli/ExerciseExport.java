package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.show.report.HandIn;
import eventloop.lab.show.report.StoredRun;
import eventloop.lab.study.exercise.Notebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// Writes the file that a teacher collects: all that a student has done and measured in this course.
record ExerciseExport(Path course, Notebook notebook, CommandSpec spec) {
    /// @param name what the student is called now, and the next time; empty for the last one, or else the system's
    /// @return the file
    Path write(String name) throws IOException {
        var student =
                Optional.of(name)
                        .filter(given -> !given.isEmpty())
                        .or(notebook.read()::student)
                        .orElseGet(ExerciseExport::login);
        require(
                spec,
                ResultFiles.isName(student),
                "--export: a name has letters, digits, '.', '_' and '-' only, and this is '%s'"
                        .formatted(student));
        var page = notebook.noteStudent(student);
        var found =
                StoredRun.all(
                        course.resolve("runs"),
                        complaint -> spec.commandLine().getErr().println("course: " + complaint));
        return HandIn.of(page, student, found).write(course);
    }

    /// As a name of files: on Windows most have a space.
    private static String login() {
        return System.getProperty("user.name")
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceFirst("^[^\\p{L}\\p{N}]+", "");
    }
}
