package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.server.Step;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The steps that were named on a command line.
final class StepSelection {
    private StepSelection() {}

    /// @param numbers of steps; none stands for all
    /// @throws ParameterException if there is no such step
    static List<Step> of(List<Integer> numbers, CommandSpec command) throws IOException {
        var all = Step.in(CourseDirectory.path());
        for (int number : numbers) {
            require(
                    command,
                    all.stream().anyMatch(step -> step.number() == number),
                    "there is no step %d; there are 1 to %d".formatted(number, all.size()));
        }
        return numbers.isEmpty()
                ? all
                : all.stream().filter(step -> numbers.contains(step.number())).toList();
    }
}
