package eventloop.lab.speed;

import eventloop.lab.result.Table;
import java.util.stream.Collectors;

/// The bars, as one reads them on a terminal and on a page.
public final class SpeedTable {
    private SpeedTable() {}

    public static String of(SpeedResult result) {
        var table = new Table(5, "work", "bar", "measured", "", "remark");
        for (var bar : result.bars()) {
            table.row(bar.work(), bar.bar(), bar.measured(), bar.outcome().words(), bar.remark());
        }
        return table.toString();
    }

    /// As a Markdown table.
    public static String markdown(SpeedResult result) {
        return result.bars().stream()
                .map(bar ->
                        "| %s | %s | %s | %s | %s |"
                                .formatted(
                                        bar.work(),
                                        bar.bar(),
                                        bar.measured(),
                                        bar.outcome() == Bar.Outcome.MET
                                                ? bar.outcome().words()
                                                : "**" + bar.outcome().words() + "**",
                                        bar.remark()))
                .collect(
                        Collectors.joining(
                                "\n",
                                "| work | bar | measured | | remark |\n|---|---|---|---|---|\n",
                                ""));
    }
}
