package eventloop.lab.measure.observe;

import java.util.List;
import java.util.Optional;

/// What became of connections, of the whole machine since it has started: the kernel does not tell them apart
/// by server. See proc_net(5) and the kernel's documentation of its SNMP counters.
///
/// @param accepted connections that were made, and waited for their server to take them
///     (`Tcp: PassiveOpens`)
/// @param dropped attempts that the kernel ignored, mostly because too many connections waited already
///     (`TcpExt: ListenDrops`); a client repeats its attempt after a second, and is counted again
/// @param refused attempts that failed, such as where nobody listens, at the clients' end too
///     (`Tcp: AttemptFails`)
record ConnectionCounts(long accepted, long dropped, long refused) {
    /// Of the texts of two files in `/proc/net`. Nothing if they do not tell.
    static Optional<ConnectionCounts> parse(String snmp, String netstat) {
        return number("Tcp:", "PassiveOpens", snmp)
                .flatMap(accepted ->
                        number("TcpExt:", "ListenDrops", netstat)
                                .flatMap(dropped ->
                                        number("Tcp:", "AttemptFails", snmp)
                                                .map(refused ->
                                                        new ConnectionCounts(
                                                                accepted, dropped, refused))));
    }

    /// For each group there is a line of names, and below it one of numbers.
    private static Optional<Long> number(String group, String name, String text) {
        var lines =
                text.lines()
                        .filter(line -> line.startsWith(group))
                        .map(line -> List.of(line.split(" ")))
                        .toList();
        if (lines.size() != 2) {
            return Optional.empty();
        }
        int column = lines.getFirst().indexOf(name);
        return column < 0
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.getLast().get(column)));
    }

    ConnectionCounts since(ConnectionCounts before) {
        return new ConnectionCounts(
                accepted - before.accepted, dropped - before.dropped, refused - before.refused);
    }
}
