package eventloop.lab.cli;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The name under which a result is to be saved: `--save NAME`; and what is kept there, to be added to: `--add`.
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

    /// @throws ParameterException the same; or if there is none, and a result is to be added to it
    static void check(Optional<String> name, boolean isAdded, CommandSpec command) {
        check(name, command);
        if (isAdded && name.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--add goes with --save");
        }
    }

    /// What a result is added to; empty if it is the first, or takes the place of the one before.
    static <T> Optional<T> before(
            Optional<String> name, boolean isAdded, Path course, Class<T> kind) throws IOException {
        var saved = name.map(new ResultFiles(course)::saved).filter(Files::isRegularFile);
        return isAdded && saved.isPresent()
                ? Optional.of(Json.read(Files.readString(saved.get()), kind))
                : Optional.empty();
    }
}
