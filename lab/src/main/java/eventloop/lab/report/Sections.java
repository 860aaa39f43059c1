package eventloop.lab.report;

import java.util.List;
import java.util.stream.Stream;

/// The parts of a report, in the order in which one reads them.
final class Sections {
    private Sections() {}

    static List<Section> of(ReportData data) {
        var grid = data.comparison().map(Grid::new);
        return Stream.of(
                        grid.stream().flatMap(Sections::ofComparison),
                        data.claims().stream().map(Claims::of),
                        data.bars().stream().map(Bars::of),
                        data.checks().stream().map(CheckSection::of),
                        grid.stream().map(AllFigures::of))
                .flatMap(sections -> sections)
                .toList();
    }

    private static Stream<Section> ofComparison(Grid grid) {
        return Stream.of(
                        Stream.of(
                                ResponseTimes.mean(grid), ResponseTimes.p99(grid), Peaks.of(grid)),
                        new FileSizes(grid.result()).section(),
                        new Costs(grid).sections())
                .flatMap(sections -> sections);
    }
}
