package eventloop.lab.show.report;

import eventloop.lab.study.compare.Measurement.Timed;
import eventloop.lab.study.compare.Summary;
import java.util.List;
import java.util.OptionalDouble;

/// How many requests a server can take when every client asks again at once.
final class Peaks {
    private static final String ID = "requests-per-second";

    private Peaks() {}

    static Section of(Grid grid) {
        var byClients =
                new ByClients(
                        grid,
                        "Requests a second at the peak",
                        Units::shortCount,
                        summary -> count -> bound(summary) + Units.count(count),
                        Timed::closed,
                        timed -> OptionalDouble.of(timed.closed().requestsPerSecond()));
        return new Section(
                ID,
                "How many requests can it take?",
                "Higher is better: every client asks again as soon as it has its answer. ≥ means"
                        + " that the load generator could make no more: the server may be faster"
                        + " than this.",
                byClients.pictures(ID, OptionalDouble.empty()),
                List.of(byClients.table()));
    }

    private static String bound(Summary summary) {
        return summary.peakIsOfTheLoad() ? "≥ " : "";
    }
}
