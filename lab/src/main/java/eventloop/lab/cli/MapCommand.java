package eventloop.lab.cli;

import eventloop.lab.measure.resource.Resource;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Notebook;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./course`: the map of the course, with every command that the lab has.
@Command(
        name = "help",
        description = "Shows the map of the course.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        // What the launcher shows by itself as long as nothing is built.
        out.print(Resource.text(MapCommand.class, "map.txt"));
        out.printf("%nMore, each with its --help:%n");
        spec.parent().subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .forEach(command -> out.println(line(command)));
        out.println();
        progress().forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }

    /// How far the student is, and what comes next.
    private static List<String> progress() throws IOException {
        var course = CourseDirectory.path();
        var exercises = Exercises.in(course);
        var list = new ExerciseList(exercises, Notebook.in(course).read());
        var unreadable = exercises.unreadable().stream().map(sentence -> "  " + sentence);
        var next = list.whatIsNext(Step.in(course)).map(words -> "  Next:  " + words).stream();
        return Stream.of(Stream.of("  " + list.progress()), unreadable, next)
                .flatMap(lines -> lines)
                .toList();
    }

    private static String line(CommandSpec command) {
        return "  ./course %-8s %s"
                .formatted(command.name(), command.usageMessage().description()[0]);
    }
}
