package eventloop.lab.cli;

import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.measure.site.LargeFile;
import eventloop.lab.show.report.Report;
import eventloop.lab.show.report.ReportData;
import eventloop.lab.study.compare.Comparison;
import eventloop.lab.study.compare.ComparisonReport;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Throughput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course compare`: the table of the demo plan, on this machine.
@Command(
        name = "compare",
        description =
                "Measures the steps, and other servers beside them, under one load, and shows the table.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STEP", description = "Steps to compare; all of them by default.")
    private List<Integer> numbers = List.of();

    @Option(
            names = "--with",
            split = ",",
            defaultValue = "virtual,node,nginx",
            paramLabel = "NAME",
            description = {
                "What is measured beside the steps (${DEFAULT-VALUE}): virtual is step 1 on virtual threads;",
                "node, nginx, nginx-no-sendfile, nginx-return, h2o, lighttpd, bun, netty, netty-io-uring,",
                "undertow, jetty, tomcat, vertx, vertx-memory, helidon, microhttp, activej, robaho,",
                "smart-http, jdk; all; none."
            })
    private List<String> rivals = List.of();

    @Mixin private CompareLoad load = new CompareLoad();

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Keeps the result as lab/results/NAME.json, to be shown to others.")
    private Optional<String> name = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SavedName.check(name, spec);
        CourseDirectory.claimPlaceForResult();
        var course = CourseDirectory.path();
        var site = load.root().orElse(CourseSite.in(course));
        load.check(site);
        var end = EarlyEnd.prepare();
        var servers = servers(ServerCatalog.of(course));
        var placement = Placement.apart();
        var conditions = load.conditions(servers, site, placement);
        var report =
                new ComparisonReport(
                        Provenance.now(course, CourseDirectory.commandLine(spec)),
                        conditions,
                        keeper(course));
        var progress = new Progress(System.err, Terminal.isThere(), conditions.expected());
        end.thenKeep(() -> finish(progress, report));
        placement.withTheLabBesideTheLoad();
        LargeFile.makeIn(CourseSite.in(course));
        new Comparison(servers, conditions, course.resolve("target/lab/sizes"), placement, progress)
                .run(recorder(report, end));
        finish(progress, report);
        return report.isComplete(absent(servers)) ? 0 : 1;
    }

    private static Set<String> absent(List<ServerUnderTest> servers) {
        return servers.stream()
                .filter(server -> server.missing().isPresent())
                .map(ServerUnderTest::name)
                .collect(Collectors.toSet());
    }

    private ResultKeeper<ComparisonResult> keeper(Path course) {
        return new ResultKeeper<>(
                "compare",
                new ResultFiles(course),
                name,
                System.out,
                (run, result) -> Optional.of(Report.write(run, ReportData.of(result))));
    }

    private static Comparison.Listener recorder(ComparisonReport report, EarlyEnd end) {
        return new Comparison.Listener() {
            @Override
            public void measured(Measurement responseTimes) {
                end.unlessBegun(() -> report.measured(responseTimes));
            }

            @Override
            public void measured(Throughput peak) {
                end.unlessBegun(() -> report.measured(peak));
            }
        };
    }

    private static void finish(Progress progress, ComparisonReport report) {
        progress.close();
        report.finish();
    }

    private List<ServerUnderTest> servers(ServerCatalog catalog)
            throws IOException, InterruptedException {
        var names = rivals.equals(List.of(ServerCatalog.NONE)) ? List.<String>of() : rivals;
        var servers = new ArrayList<ServerUnderTest>(StepSelection.of(numbers, spec));
        try {
            servers.addAll(catalog.beside(names));
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
        catalog.build(servers.stream().map(ServerUnderTest::name).toList());
        return List.copyOf(servers);
    }
}
