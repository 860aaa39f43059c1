package eventloop.lab.study.check;

import eventloop.lab.measure.result.Table;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The checks that need a port alone, one after the other, on a server that somebody else has started: in
/// whatever language it is written.
///
/// @param step whose reds are expected of it; without one none is
public record PortRun(URI server, CheckSite site, Optional<Integer> step) {
    private static final int NO_STEP = 0;

    public boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    public List<Cell> run() {
        return Checks.OF_A_PORT.stream().map(this::cell).toList();
    }

    private Cell cell(PortCheck check) {
        int expectations = step.orElse(NO_STEP);
        return new Cell(
                check.name(), expectations, check.isRedExpectedIn(expectations), examine(check));
    }

    private Finding examine(PortCheck check) {
        try {
            return check.examine(server, site);
        } catch (IOException failure) {
            return new Finding.Broken(failure.getMessage());
        }
    }

    /// A line for each check, which says what was seen.
    public String table(List<Cell> cells) {
        var table = new Table(2, "check", step.map(number -> "step " + number).orElse(""));
        for (var cell : cells) {
            table.row(
                    List.of(cell.check(), step.isPresent() ? cell.mark() : cell.finding().mark()),
                    words(cell));
        }
        return table.toString();
    }

    private static String words(Cell cell) {
        return switch (cell.finding()) {
            case Finding.Green _ -> cell.redExpected() ? "was to be red" : "";
            case Finding.Red(var because) ->
                    cell.redExpected() ? "as expected: " + because : because;
            case Finding.Broken(var because) -> "did not come to the point: " + because;
            case Finding.Unknown(var because) -> because;
        };
    }
}
