package eventloop.lab.show.report;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.show.report.plot.SpreadChart;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// How many times the figure of a base server each server has, on the same machine: the spread of that over
/// machines.
///
/// @param base step 1 if any machine has timed it, and node otherwise
/// @param figure of one round, in a phase
record ClassSteps(
        String id,
        String title,
        String name,
        String reading,
        List<Student> students,
        String base,
        Function<Timed, PhaseResult> phase,
        ToDoubleFunction<PhaseResult> figure) {
    private static final String STEP_ONE = "step01-blocking";

    /// Nothing if machines have compared nothing with a base.
    static Stream<Section> of(List<Student> students) {
        return base(students).stream().flatMap(base -> sections(students, base));
    }

    private static Optional<String> base(List<Student> students) {
        return Stream.of(STEP_ONE, Looks.NODE)
                .filter(server ->
                        grids(students)
                                .anyMatch(grid ->
                                        grid.levels().stream()
                                                .anyMatch(clients ->
                                                        grid.reason(server, clients).isEmpty())))
                .findFirst();
    }

    private static Stream<Section> sections(List<Student> students, String base) {
        return Stream.of(
                        new ClassSteps(
                                "relative-mean",
                                "How long does an answer take, beside %s?".formatted(base),
                                "Mean response time beside %s".formatted(base),
                                "Each dot is a machine: how many times as long as %s's the mean"
                                        + " response time is there. Left is faster.",
                                students,
                                base,
                                Timed::open,
                                open -> open.latency().meanMillis()),
                        new ClassSteps(
                                "relative-requests",
                                "How many requests can it take, beside %s?".formatted(base),
                                "Requests a second beside %s".formatted(base),
                                "Each dot is a machine: how many times as many requests as %s a"
                                        + " server can take there. Right is more.",
                                students,
                                base,
                                Timed::closed,
                                PhaseResult::requestsPerSecond))
                .filter(steps -> !steps.levels().isEmpty())
                .map(ClassSteps::section);
    }

    private Section section() {
        var levels = levels();
        return new Section(
                id,
                title,
                reading,
                levels.stream().map(this::picture).toList(),
                levels.stream().map(this::table).toList());
    }

    /// Those numbers of clients with which any machine has timed a server beside the base.
    private List<Integer> levels() {
        return grids(students)
                .flatMap(grid -> grid.levels().stream())
                .distinct()
                .sorted()
                .filter(clients ->
                        servers().stream().anyMatch(server -> !ratios(server, clients).isEmpty()))
                .toList();
    }

    private Picture picture(int clients) {
        var looks = new Looks(servers());
        var rows = servers().stream().map(server -> row(server, clients, looks)).toList();
        var axis = new Axis("%s, %s clients".formatted(name, Units.count(clients)), Units::plain);
        return new SpreadChart(axis, rows)
                .draw(
                        "%s-%d".formatted(id, clients),
                        "The ratios of every server; the table has them.");
    }

    private SpreadChart.Row row(String server, int clients, Looks looks) {
        var ratios = ratios(server, clients);
        return new SpreadChart.Row(
                server,
                List.of(),
                looks.of(server).styleClass(),
                ratios,
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(ratios.isEmpty() ? "" : Units.spread(ratios, Units::figure)),
                "%s: %s".formatted(server, Figures.counted(ratios.size(), "machine", "machines")));
    }

    private DataTable table(int clients) {
        var table =
                new DataTable(
                        "%s clients".formatted(Units.count(clients)),
                        1,
                        List.of("server", "machines", "least", "median", "most"));
        for (var server : servers()) {
            var ratios = ratios(server, clients);
            if (ratios.isEmpty()) {
                table.row(server, "no machine has timed it beside " + base);
                continue;
            }
            var spread = Spread.of(ratios);
            table.row(
                    List.of(
                            server,
                            Integer.toString(ratios.size()),
                            Units.figure(spread.least()),
                            Units.figure(spread.median()),
                            Units.figure(spread.most())));
        }
        return table;
    }

    /// All that are beside the base.
    private List<String> servers() {
        return grids(students)
                .flatMap(grid -> grid.servers().stream())
                .distinct()
                .filter(server -> !server.equals(base))
                .toList();
    }

    private List<Double> ratios(String server, int clients) {
        return grids(students)
                .flatMap(grid -> grid.ratio(server, base, clients, phase, figure).stream())
                .map(Spread::median)
                .toList();
    }

    private static Stream<Grid> grids(List<Student> students) {
        return students.stream()
                .flatMap(student -> student.found().comparison().stream())
                .map(Grid::new);
    }
}
