package eventloop.lab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
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
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.print(steps());
        out.printf("%nMore, each with its --help:%n");
        spec.parent().subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .forEach(command -> out.println(line(command)));
        out.flush();
        return ExitCode.OK;
    }

    /// What the launcher shows by itself as long as nothing is built.
    private static String steps() {
        try (var map = MapCommand.class.getResourceAsStream("map.txt")) {
            return new String(map.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String line(CommandSpec command) {
        return "  ./course %-7s %s"
                .formatted(command.name(), command.usageMessage().description()[0]);
    }
}
