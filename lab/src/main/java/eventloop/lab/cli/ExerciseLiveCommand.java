package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Workshop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// For the launcher's `run N --exercise N.M`: compiles what a student has written, and prints the class path and the
/// program of the server that uses it. The launcher starts that server itself, so that signals reach it.
@Command(
        name = "exercise-live",
        description = "Compiles an exercise for ./course run.",
        customSynopsis = "./course run N --exercise N.M",
        hidden = true)
final class ExerciseLiveCommand implements Callable<Integer> {
    @Parameters(index = "0")
    private int step;

    @Parameters(index = "1")
    private String number;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var course = CourseDirectory.path().toAbsolutePath().normalize();
        var exercises = Exercises.in(course);
        var exercise =
                exercises
                        .numbered(number)
                        .filter(one -> one.step() == step && Files.exists(one.live()))
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "step %d has no exercise %s that runs in its server"
                                                .formatted(step, number)));
        require(
                spec,
                Files.isRegularFile(exercise.yours()),
                exercise.yoursAsShown() + " is not there");
        var classes = course.resolve("exercises/target/live").resolve(number);
        try (var workshop = Workshop.open(course)) {
            var mistakes = workshop.compile(exercise, classes);
            if (!mistakes.isEmpty()) {
                var first = mistakes.getFirst();
                System.err.printf(
                        "course: %s:%d does not compile: %s%n",
                        first.file(), first.line(), first.words());
                return 1;
            }
            var classPath =
                    Stream.concat(Stream.of(classes), workshop.classPath().stream())
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator));
            System.out.println(classPath);
            System.out.println(exercise.className(exercise.live()));
            return 0;
        }
    }
}
