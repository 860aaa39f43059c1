package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    /// @param differences of this run from what is kept, in words
    /// @throws ParameterException if what is kept there is something else, or of another machine or other conditions:
    ///     better now than when all is measured
    static <T> Optional<T> before(
            Optional<String> name,
            boolean isAdded,
            Class<T> kind,
            Function<T, Stream<String>> differences,
            CommandSpec command)
            throws IOException {
        var saved =
                name.map(new ResultFiles(CourseDirectory.path())::saved)
                        .filter(Files::isRegularFile);
        if (!isAdded || saved.isEmpty()) {
            return Optional.empty();
        }
        var kept = read(saved.get(), kind, command);
        var others = differences.apply(kept).toList();
        require(
                command,
                others.isEmpty(),
                "--add: what is kept was measured under other conditions: %s: take another name"
                        .formatted(String.join("; ", others)));
        return Optional.of(kept);
    }

    private static <T> T read(Path file, Class<T> kind, CommandSpec command) throws IOException {
        try {
            return Json.whole(Json.read(Files.readString(file), JsonNode.class), kind);
        } catch (JacksonException another) {
            throw new ParameterException(
                    command.commandLine(),
                    "--add: %s is damaged, or no result of this command".formatted(file));
        }
    }
}
