package eventloop.lab.cli;

import eventloop.lab.measure.result.ResultFiles;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The name under which a result is to be saved: `--save NAME`.
final class SavedName {
    private SavedName() {}

    /// @throws ParameterException if it cannot be the name of a result
    static void check(Optional<String> name, CommandSpec command) {
        if (!name.map(ResultFiles::isName).orElse(true)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--save takes letters, digits, dots, dashes and underscores");
        }
    }
}
