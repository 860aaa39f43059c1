package eventloop.lab.cli;

import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.result.NoPlaceException;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.FailedBuildException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands of `./course`, all but `run` and `test`, which the launcher does itself. A new one is a class of
/// its own and a line here: the map shows it, and its first sentence, by itself.
@Command(
        name = "./course",
        subcommands = {
            MapCommand.class,
            DoctorCommand.class,
            CompareCommand.class,
            ClaimsCommand.class,
            AskCommand.class,
            IdleCommand.class,
            CheckCommand.class,
            ExerciseCommand.class,
            ExerciseLiveCommand.class,
            WatchCommand.class,
            ReportCommand.class,
            SpeedCommand.class,
            VastCommand.class,
            JMeterCommand.class,
            LinkCommand.class,
            JmhCommand.class,
            SlidesCommand.class,
            BundleCommand.class,
            RecordCommand.class,
            ReadmeCommand.class,
            FormatCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Course {
    /// As sysexits.h has it: 1 and 2 are what commands have found out.
    static final int INTERNAL_ERROR = 70;

    private Course() {}

    public static void main(String... arguments) {
        // Decimal points and thousands as in the course's own pages, whatever is usual here.
        Locale.setDefault(Locale.ROOT);
        var warm = WarmClient.run(arguments);
        if (warm.isPresent()) {
            System.exit(warm.getAsInt());
        }
        Terminal.useWhatItCanShow();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return commandLine(new Course(), "./course");
    }

    /// Of one command alone.
    static CommandLine commandLine(Object command, String name) {
        var line =
                new CommandLine(command)
                        .setCommandName(name)
                        .setParameterExceptionHandler(Course::explainUsage)
                        .setExecutionExceptionHandler(Course::explain);
        withoutVersion(line);
        line.getSubcommands().values().forEach(Course::withoutVersion);
        return line;
    }

    /// The course is a working copy, and has no other version than its commit.
    private static void withoutVersion(CommandLine command) {
        var spec = command.getCommandSpec();
        Optional.ofNullable(spec.findOption("--version")).ifPresent(spec::remove);
    }

    private static int explainUsage(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine();
        command.getErr().println("course: " + whatIsWrong(mistake));
        command.getErr()
                .println("usage: " + command.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        return ExitCode.USAGE;
    }

    private static String whatIsWrong(ParameterException mistake) {
        var command = mistake.getCommandLine();
        return mistake instanceof UnmatchedArgumentException unknown && command.getParent() == null
                // The launcher's own come first.
                ? "there is no command '%s'; there are: run, test, help, %s"
                        .formatted(unknown.getUnmatched().getFirst(), shown(command))
                : mistake.getMessage();
    }

    /// The names of all subcommands that help shows.
    private static String shown(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .map(CommandLine::getCommandName)
                .collect(Collectors.joining(", "));
    }

    /// What no command has expected. While the lab ends, anything may fail, and it means nothing.
    private static int explain(Exception failure, CommandLine command, ParseResult arguments) {
        var err = command.getErr();
        switch (failure) {
            case Exception _ when Children.areEnding() -> {}
            // The launcher has said so.
            case NoMavenException _ -> {}
            case NoPlaceException _, AlreadyMeasuringException _, FailedBuildException _ ->
                    err.println("course: " + failure.getMessage());
            default -> {
                var words = FailureWords.of(failure).replace('\n', ' ');
                err.printf("course: %s; %s%n", words, keepTrace(failure));
            }
        }
        return INTERNAL_ERROR;
    }

    /// @return where it is
    private static String keepTrace(Exception failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            var target = Files.createDirectories(CourseDirectory.path().resolve("target"));
            var file = Files.writeString(target.resolve("error.log"), trace.toString());
            return "the stack trace is in " + file;
        } catch (IOException cannotBeKept) {
            return "its stack trace cannot be kept: " + FailureWords.of(cannotBeKept);
        }
    }
}
