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
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Whether a result is added to what is kept under its name: `--add`.
final class Adding {
    @Option(
            names = "--add",
            description = "Adds to what is kept under the name of --save, instead of replacing it.")
    private boolean isAdded;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    boolean isAdded() {
        return isAdded;
    }

    /// @throws ParameterException if a result is to be added, and there is no name
    void check(Saving saving) {
        require(spec, !isAdded || saving.name().isPresent(), "--add goes with --save");
    }

    /// What a result is added to; empty if it is the first, or takes the place of the one before.
    ///
    /// @param differences of this run from what is kept, in words
    /// @throws ParameterException if what is kept there is something else, or of another machine or other conditions:
    ///     better now than when all is measured
    <T> Optional<T> before(Saving saving, Class<T> kind, Function<T, Stream<String>> differences)
            throws IOException {
        var saved =
                saving.name()
                        .map(new ResultFiles(CourseDirectory.path())::saved)
                        .filter(Files::isRegularFile);
        if (!isAdded || saved.isEmpty()) {
            return Optional.empty();
        }
        var kept = read(saved.get(), kind);
        var others = differences.apply(kept).toList();
        require(
                spec,
                others.isEmpty(),
                "--add: what is kept was measured under other conditions: %s: take another name"
                        .formatted(String.join("; ", others)));
        return Optional.of(kept);
    }

    private <T> T read(Path file, Class<T> kind) throws IOException {
        try {
            return Json.whole(Json.read(Files.readString(file), JsonNode.class), kind);
        } catch (JacksonException another) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--add: %s is damaged, or no result of this command".formatted(file));
        }
    }
}
