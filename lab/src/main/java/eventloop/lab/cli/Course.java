package eventloop.lab.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The commands of `./course` that need the lab. The launcher does the others itself.
@Command(
        name = "./course",
        subcommands = {
            CheckCommand.class,
            ClaimsCommand.class,
            CompareCommand.class,
            JmhCommand.class,
            ReadmeCommand.class,
            ReportCommand.class,
            SpeedCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Course {
    /// As sysexits.h has it: 1 and 2 are what commands have found out.
    static final int INTERNAL_ERROR = 70;

    private Course() {}

    public static void main(String... arguments) {
        // Decimal points and thousands as in the course's own pages, whatever is usual here.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Course())
                .setParameterExceptionHandler(Course::explainUsage)
                .setExecutionExceptionHandler(Course::explain);
    }

    private static int explainUsage(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine();
        command.getErr().println("course: " + mistake.getMessage());
        command.getErr()
                .println("usage: " + command.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        return ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult arguments) {
        var message = failure.getMessage();
        command.getErr().println("course: " + (message == null ? failure.toString() : message));
        return INTERNAL_ERROR;
    }
}
