package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The name under which a result is to be saved: `--save NAME`; and what is kept there, to be added to: `--add`.
final class SavedName {
    private SavedName() {}

    /// @throws ParameterException if it cannot be the name of a result
    static void check(Optional<String> name, CommandSpec command) {
        require(
                command,
                name.map(ResultFiles::isName).orElse(true),
                "--save takes letters, digits, dots, dashes and underscores");
    }

    /// @throws ParameterException the same; or if there is none, and a result is to be added to it
    static void check(Optional<String> name, boolean isAdded, CommandSpec command) {
        check(name, command);
        require(command, !isAdded || name.isPresent(), "--add goes with --save");
    }

    /// What a result is added to; empty if it is the first, or takes the place of the one before.
    ///
    /// @throws ParameterException if what is kept there is something else: better now than when all is measured
    static <T> Optional<T> before(
            Optional<String> name, boolean isAdded, Class<T> kind, CommandSpec command)
            throws IOException {
        var saved =
                name.map(new ResultFiles(CourseDirectory.path())::saved)
                        .filter(Files::isRegularFile);
        if (!isAdded || saved.isEmpty()) {
            return Optional.empty();
        }
        try {
            var json = Json.read(Files.readString(saved.get()), JsonNode.class);
            return Optional.of(Json.whole(json, kind));
        } catch (JacksonException another) {
            throw new ParameterException(
                    command.commandLine(),
                    "--add: %s is damaged, or no result of this command".formatted(saved.get()));
        }
    }
}
