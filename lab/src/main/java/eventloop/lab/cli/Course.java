package eventloop.lab.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands of `./course` that need the lab. The launcher does the others itself.
@Command(
        name = "./course",
        subcommands = {CompareCommand.class, JmhCommand.class, ReadmeCommand.class},
        mixinStandardHelpOptions = true)
public final class Course {
    private Course() {}

    public static void main(String... arguments) {
        // Decimal points and thousands as in the course's own pages, whatever is usual here.
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Course()).execute(arguments));
    }
}
