package eventloop.lab.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Connections that the kernel has let in, and those that it has dropped because a server did not accept them
/// in time: of the whole machine, since it has started. See proc_net(5): `/proc/net/snmp` and `netstat` have a
/// line of names and below it a line of numbers.
record ConnectionCounts(long accepted, long dropped) {
    private static final Path NET = Path.of("/proc/net");

    /// Nothing where there is no `/proc`.
    static Optional<ConnectionCounts> now() {
        return number("snmp", "Tcp:", "PassiveOpens")
                .flatMap(accepted ->
                        number("netstat", "TcpExt:", "ListenDrops")
                                .map(dropped -> new ConnectionCounts(accepted, dropped)));
    }

    private static Optional<Long> number(String file, String group, String name) {
        try {
            var lines =
                    Files.readAllLines(NET.resolve(file)).stream()
                            .filter(line -> line.startsWith(group))
                            .map(line -> List.of(line.split(" ")))
                            .toList();
            int column = lines.getFirst().indexOf(name);
            return column < 0
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getLast().get(column)));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    ConnectionCounts since(ConnectionCounts before) {
        return new ConnectionCounts(accepted - before.accepted, dropped - before.dropped);
    }
}
