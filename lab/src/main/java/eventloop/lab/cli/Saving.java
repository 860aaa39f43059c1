package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.show.report.Report;
import eventloop.lab.show.report.ReportData;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Under which name a result is to be saved, besides that it is kept in the folder of its run: `--save NAME`.
final class Saving {
    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Keeps the result as lab/results/NAME.json, to be shown to others.")
    private Optional<String> name = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Optional<String> name() {
        return name;
    }

    /// @throws ParameterException if it cannot be the name of a result
    void check() {
        require(
                spec,
                name.map(ResultFiles::isName).orElse(true),
                "--save takes letters, digits, dots, dashes and underscores");
    }

    /// @param kind names the file in the run's folder
    <R> ResultKeeper<R> keeper(String kind, ResultKeeper.Page<R> page) {
        return new ResultKeeper<>(
                kind, new ResultFiles(CourseDirectory.path()), name, System.out, page);
    }

    /// Of a result that is read on the terminal only.
    <R> ResultKeeper<R> keeper(String kind) {
        return keeper(kind, (_, _) -> Optional.empty());
    }

    /// Of a result that the report shows.
    <R> ResultKeeper<R> keeperWithReport(String kind, Function<R, ReportData> data) {
        return keeper(kind, (run, result) -> Optional.of(Report.write(run, data.apply(result))));
    }
}
