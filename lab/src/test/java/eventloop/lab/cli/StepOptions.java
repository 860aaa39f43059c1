package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that each step's server has, as its own `--help` tells them.
final class StepOptions {
    /// An option, and what stands for its value if it takes one: `--port N`.
    private static final Pattern OPTION =
            Pattern.compile("^ {2}(--[\\w-]+)( \\S+)? {2,}", Pattern.MULTILINE);

    private final Map<String, CommandLine> steps;

    private StepOptions(Map<String, CommandLine> steps) {
        this.steps = steps;
    }

    static StepOptions in(Path course) throws IOException {
        return new StepOptions(
                Step.in(course).stream()
                        .collect(
                                Collectors.toMap(
                                        step -> Integer.toString(step.number()), StepOptions::of)));
    }

    private static CommandLine of(Step step) {
        var spec = CommandSpec.create();
        OPTION.matcher(help(step))
                .results()
                .map(option ->
                        OptionSpec.builder(option.group(1))
                                .type(option.group(2) == null ? boolean.class : String.class)
                                .build())
                .forEach(spec::addOption);
        assertThat(spec.optionsMap()).as("%s", step).containsKeys("--port", "--help");
        return new CommandLine(spec);
    }

    private static String help(Step step) {
        var command = BriefJvm.with("-jar", step.jar().toString(), "--help");
        try {
            var server = new ProcessBuilder(command).start();
            return new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notStarted) {
            throw new AssertionError(notStarted);
        }
    }

    /// @param number of the step, or what stands for one: `N` has those options that the first step has
    /// @throws CommandLine.ParameterException if that server does not understand them
    void parse(String number, String... options) {
        steps.get(number.equals("N") ? "1" : number).parseArgs(options);
    }
}
