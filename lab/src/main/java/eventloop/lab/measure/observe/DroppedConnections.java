package eventloop.lab.measure.observe;

import java.util.List;
import java.util.OptionalLong;

/// Attempts to connect that the kernel has ignored since the machine has started, mostly because too many connections
/// waited already; a client repeats its attempt after a second, and is counted again. They are those of the whole
/// machine: the kernel does not tell them apart by server. See proc_net(5) and the kernel's documentation of its SNMP
/// counters.
final class DroppedConnections {
    private static final String GROUP = "TcpExt:";
    private static final String NAME = "ListenDrops";

    private DroppedConnections() {}

    /// For each group there is a line of names, and below it one of numbers.
    ///
    /// @param netstat the text of `net/netstat`
    /// @return empty if it does not tell
    static OptionalLong parse(String netstat) {
        var lines =
                netstat.lines()
                        .filter(line -> line.startsWith(GROUP))
                        .map(line -> List.of(line.split(" ")))
                        .toList();
        if (lines.size() != 2) {
            return OptionalLong.empty();
        }
        int column = lines.getFirst().indexOf(NAME);
        return column < 0
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(lines.getLast().get(column)));
    }
}
