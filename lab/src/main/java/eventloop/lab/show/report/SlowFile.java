package eventloop.lab.show.report;

import eventloop.lab.show.report.DataTable.Cell;
import eventloop.lab.study.check.BesideSlowFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the others do while one client waits for a slow file: what the terminal says in a word.
final class SlowFile {
    private SlowFile() {}

    /// Nothing where nobody has looked.
    static Optional<Section> of(Grid grid) {
        return grid.result().besideSlowFile().map(found -> section(grid.servers(), found));
    }

    private static Section section(List<String> servers, Map<String, String> found) {
        var table = new DataTable("", 2, List.of("server", "the others"));
        servers.forEach(server -> table.row(server, List.of(cell(server, found))));
        return new Section(
                "slow-file",
                "What do the others do while one client waits for a slow file?",
                BesideSlowFile.sentence() + " Then the others go on; and if not, they wait.",
                List.of(),
                List.of(table));
    }

    private static Cell cell(String server, Map<String, String> found) {
        if (!found.containsKey(server)) {
            return Cell.reason("not looked at: only the disk of a step can be slowed down");
        }
        var word = found.get(server);
        return word.equals(BesideSlowFile.UNTOLD)
                ? Cell.reason("could not be told")
                : Cell.words(word);
    }
}
