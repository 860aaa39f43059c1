package eventloop.lab.cli;

import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.measure.site.LargeFile;
import eventloop.lab.show.report.Headline;
import eventloop.lab.show.report.ReportData;
import eventloop.lab.study.check.BesideSlowFile;
import eventloop.lab.study.check.CheckSite;
import eventloop.lab.study.compare.Comparison;
import eventloop.lab.study.compare.ComparisonReport;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.ComparisonTable;
import eventloop.lab.study.compare.GlanceTable;
import eventloop.lab.study.compare.LiveTable;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Throughput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        description = {
            "Measures the steps, and other servers beside them, under one load: an answer in two minutes.",
            "Exit status: 0 if every server that is there was timed in every round, 1 if not."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final List<String> USUAL_RIVALS =
            List.of(ServerCatalog.VIRTUAL, "node", "nginx");

    @Parameters(paramLabel = "STEP", description = "Steps to compare; all of them by default.")
    private List<Integer> numbers = List.of();

    @Option(
            names = "--with",
            split = ",",
            paramLabel = "NAME",
            description = {
                "What is measured beside the steps. By default virtual, node and nginx; nothing beside steps"
                        + " that are named.",
                "virtual is step 1 on virtual threads. The others: node, nginx, nginx-no-sendfile,"
                        + " nginx-return, h2o, lighttpd, bun, netty, netty-io-uring, undertow, jetty,"
                        + " tomcat, vertx, vertx-memory, helidon, microhttp, activej, robaho,"
                        + " smart-http, jdk; or all, or none."
            })
    private List<String> rivals = List.of();

    @Mixin private CompareLoad load = new CompareLoad();

    @Mixin private Saving saving = new Saving();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        saving.check();
        CourseDirectory.claimPlaceForResult();
        var course = CourseDirectory.path();
        var site = load.root().orElse(CourseSite.in(course));
        load.check(site);
        var end = EarlyEnd.prepare();
        var catalog = ServerCatalog.of(course);
        var servers = servers(catalog);
        try (var _ = OneAtATime.begin()) {
            catalog.build(servers.stream().map(ServerUnderTest::name).toList());
            return compare(servers, course, site, end);
        }
    }

    private int compare(List<ServerUnderTest> servers, Path course, Path site, EarlyEnd end)
            throws IOException, InterruptedException {
        var table = liveTable();
        var placement = Placement.apart();
        var conditions = load.conditions(servers, site, placement);
        var report =
                new ComparisonReport(
                        Provenance.now(course, TypedCommand.of(spec)),
                        conditions,
                        saving.keeperWithReport("compare", ReportData::of),
                        result -> text(result, table));
        try (var progress = Terminal.progress(conditions.expected())) {
            end.thenDo(progress::close);
            end.thenDo(report::finish);
            placement.withTheLabBesideTheLoad();
            LargeFile.makeIn(CourseSite.in(course));
            if (!load.showsAllFigures()) {
                report.besideSlowFile(besideSlowFile(servers, course, progress));
            }
            var sizes = course.resolve("target/lab/sizes");
            new Comparison(servers, conditions, sizes, placement, progress)
                    .run(recorder(report, table, progress, end));
        }
        report.finish();
        return report.isComplete(absent(servers)) ? 0 : 1;
    }

    private static Set<String> absent(List<ServerUnderTest> servers) {
        return servers.stream()
                .filter(server -> server.missing().isPresent())
                .map(ServerUnderTest::name)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> besideSlowFile(
            List<ServerUnderTest> servers, Path course, Progress progress)
            throws IOException, InterruptedException {
        progress.stage("does a slow file hold up the others?");
        var steps = servers.stream().filter(ServerCatalog::isOfTheCourse).toList();
        return BesideSlowFile.of(steps, CheckSite.in(course.resolve("target/lab/check")));
    }

    private boolean isDrawn() {
        return Terminal.isThere() && !load.showsAllFigures();
    }

    private String text(ComparisonResult result, LiveTable table) {
        if (load.showsAllFigures()) {
            return ComparisonTable.of(result) + "\n\n" + result.origin();
        }
        var answer =
                "%s%n%n%s"
                        .formatted(
                                GlanceTable.legend(load.rate(), result),
                                Headline.of(ReportData.of(result)).words());
        return isDrawn() && table.showsAll(result)
                ? "\n" + answer
                : new GlanceTable(Terminal.columns()).text(result) + "\n\n" + answer;
    }

    private static LiveTable liveTable() {
        return new LiveTable(System.out, new GlanceTable(Terminal.columns()), Terminal.rows());
    }

    private Comparison.Listener recorder(
            ComparisonReport report, LiveTable table, Progress progress, EarlyEnd end) {
        return new Comparison.Listener() {
            @Override
            public void measured(Measurement responseTimes) {
                end.unlessBegun(() -> {
                    report.measured(responseTimes);
                    if (isDrawn()) {
                        progress.pause();
                        table.draw(report.untilNow());
                    }
                });
            }

            @Override
            public void measured(Throughput peak) {
                end.unlessBegun(() -> report.measured(peak));
            }
        };
    }

    private List<String> rivals() {
        if (!rivals.isEmpty()) {
            return rivals;
        }
        return numbers.isEmpty() ? USUAL_RIVALS : List.of();
    }

    private List<ServerUnderTest> servers(ServerCatalog catalog) throws IOException {
        var names = rivals().stream().filter(name -> !name.equals(ServerCatalog.NONE)).toList();
        var servers = new ArrayList<ServerUnderTest>(StepSelection.of(numbers, spec));
        try {
            servers.addAll(catalog.beside(names));
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
        return List.copyOf(servers);
    }
}
