package eventloop.lab.show.report;

import java.util.List;
import java.util.stream.Stream;

/// The parts of a report, in the order in which one reads them.
final class Sections {
    private Sections() {}

    static List<Section> of(ReportData data) {
        var grid = data.comparison().map(Grid::new);
        return Stream.of(
                        grid.stream().flatMap(Sections::ofComparison),
                        data.claims().stream().map(r -> Claims.of(r).from(r.provenance())),
                        data.bars().stream().map(r -> Bars.of(r).from(r.provenance())),
                        data.checks().stream().map(r -> CheckSection.of(r).from(r.provenance())),
                        grid.stream().map(g -> AllFigures.of(g).from(g.result().provenance())))
                .flatMap(sections -> sections)
                .toList();
    }

    private static Stream<Section> ofComparison(Grid grid) {
        return Stream.of(
                        Stream.of(
                                ResponseTimes.mean(grid), ResponseTimes.p99(grid), Peaks.of(grid)),
                        new FileSizes(grid.result()).section(),
                        new Costs(grid).sections(),
                        SlowFile.of(grid).stream())
                .flatMap(sections -> sections)
                .map(section -> section.from(grid.result().provenance()));
    }
}
