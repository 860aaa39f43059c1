package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.Step;
import eventloop.lab.workbench.bench.BenchmarkResult;
import eventloop.lab.workbench.bench.Benchmarks;
import eventloop.lab.workbench.bench.Score;
import eventloop.lab.workbench.bench.ScoreTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course jmh`: the benchmarks of the pieces that steps add.
@Command(
        name = "jmh",
        description = {
            "Runs the benchmarks of the steps' pieces, and shows a table.",
            "Exit status: 0 if all of them ran, 1 if not.",
            "What stands behind -- goes to JMH: ./course jmh 4 -- -f 5 EventQueue"
        },
        mixinStandardHelpOptions = true)
final class JmhCommand implements Callable<Integer> {
    private static final String END_OF_STEPS = "--";

    @Parameters(paramLabel = "STEP", description = "Steps; all by default.")
    private List<String> arguments = List.of();

    @Mixin private Saving saving = new Saving();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        saving.check();
        CourseDirectory.claimPlaceForResult();
        int split = arguments.size() - numberOfJmhOptions();
        var modules =
                StepSelection.of(numbers(arguments.subList(0, split)), spec).stream()
                        .map(Step::name)
                        .toList();
        EarlyEnd.prepare();
        try (var _ = OneAtATime.begin()) {
            return measure(modules, arguments.subList(split, arguments.size()));
        }
    }

    private int measure(List<String> modules, List<String> options)
            throws IOException, InterruptedException {
        var course = CourseDirectory.path();
        if (!Benchmarks.compile(course, CourseDirectory.maven(), modules)) {
            return 1;
        }
        var files = new ResultFiles(course);
        var run = files.newRun();
        var provenance = Provenance.now(course, TypedCommand.of(spec));
        ResultFiles.write(run, "provenance", provenance);
        boolean allWell = true;
        var scores = new ArrayList<Score>();
        for (var module : modules) {
            var benchmarks = new Benchmarks(course, module);
            var result = run.resolve("jmh-" + module + ".json");
            if (!benchmarks.exist()) {
                System.err.println(module + " has no benchmarks");
            } else if (benchmarks.run(options, result)) {
                // There are none if JMH was only asked which benchmarks there are.
                if (Files.isRegularFile(result)) {
                    scores.addAll(Score.readAll(result));
                }
            } else {
                allWell = false;
            }
        }
        if (!scores.isEmpty()) {
            System.out.println();
            System.out.println(ScoreTable.of(scores));
            System.out.println();
        }
        System.out.println("kept in " + run);
        boolean isListOnly = allWell && scores.isEmpty();
        if (saving.name().isPresent() && !isListOnly) {
            var result = new BenchmarkResult(provenance, List.copyOf(scores));
            System.out.println(
                    allWell
                            ? "saved as " + files.save(saving.name().get(), result)
                            : "not saved as '%s', for not all benchmarks have run"
                                    .formatted(saving.name().get()));
        }
        return allWell ? 0 : 1;
    }

    private int numberOfJmhOptions() {
        var all = spec.commandLine().getParseResult().originalArgs();
        int end = all.indexOf(END_OF_STEPS);
        return end < 0 ? 0 : all.size() - end - 1;
    }

    private List<Integer> numbers(List<String> texts) {
        try {
            return texts.stream().map(Integer::valueOf).toList();
        } catch (NumberFormatException noStep) {
            throw new ParameterException(
                    spec.commandLine(),
                    "steps are numbers; what is meant for JMH stands behind --");
        }
    }
}
