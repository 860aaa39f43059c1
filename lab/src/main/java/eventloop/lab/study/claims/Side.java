package eventloop.lab.study.claims;

import java.util.List;

/// A server and its load.
///
/// @param name in tables: says what is different about this side
/// @param server `step01` … `step07`, or the name of a rival
/// @param options of that server's own command line
/// @param processes of the server, all on one port: more than one process may have open files takes several
/// @param mayTimeOut whether it is what the claim is about that requests wait in vain: they count as long as
///     they have waited
/// @param mayBeSentAway whether it is what the claim is about that not all companions find a place
public record Side(
        String name,
        String server,
        List<String> options,
        int processes,
        Workload load,
        boolean mayTimeOut,
        boolean mayBeSentAway) {}
