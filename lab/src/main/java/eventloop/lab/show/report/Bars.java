package eventloop.lab.show.report;

import eventloop.lab.workbench.speed.Bar;
import eventloop.lab.workbench.speed.SpeedResult;
import java.util.List;

/// What step 7 had to reach beside other servers, and what it did.
final class Bars {
    private Bars() {}

    static Section of(SpeedResult result) {
        var table = new DataTable("", 5, List.of("work", "bar", "measured", "outcome", "remark"));
        for (var bar : result.bars()) {
            table.row(
                    List.of(
                            bar.work(),
                            bar.bar(),
                            bar.measured(),
                            (mark(bar) + " " + bar.outcome().words()).strip(),
                            bar.remark()));
        }
        return new Section(
                "bars",
                "Does step 7 reach its bars?",
                "Each bar is how many times better than another server it has to be, measured side"
                        + " by side. The figures are medians of rounds, and in brackets their ends.",
                List.of(),
                List.of(table));
    }

    private static String mark(Bar bar) {
        return switch (bar.outcome()) {
            case MET -> "✓";
            case MISSED -> "✗";
            case CANNOT_TELL, LOAD_WAS_THE_LIMIT, NOT_MEASURED -> "?";
            case NO_BAR -> "";
        };
    }
}
