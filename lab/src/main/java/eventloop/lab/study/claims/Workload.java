package eventloop.lab.study.claims;

import eventloop.lab.measure.load.Clients;
import eventloop.lab.measure.load.Clients.Connections;
import eventloop.lab.measure.load.Companions;
import eventloop.lab.measure.load.Phase;
import java.util.List;

/// What a side's server has to do while it is measured.
///
/// @param depth requests that a client has on the way at once
/// @param rate requests a second, due at random times; 0 for as many as the server answers
/// @param burst so many of them are due at the same moment
/// @param beside who else is there
/// @param files what is asked for
/// @param warmUp seconds of load before the first round
/// @param seconds that each round is counted
/// @param timeout seconds that a client waits for an answer
public record Workload(
        int clients,
        Connections connections,
        int depth,
        double rate,
        int burst,
        List<Companions> beside,
        Content files,
        double warmUp,
        double seconds,
        double timeout) {

    /// Before each round the clients connect again.
    private static final double LEAD_IN_SECONDS = 0.3;

    Clients whoAsks() {
        return new Clients(clients, connections, depth);
    }

    Phase warmingUp() {
        return new Phase.ClosedLoop(0, warmUp);
    }

    Phase round() {
        return rate == 0
                ? new Phase.ClosedLoop(LEAD_IN_SECONDS, seconds)
                : new Phase.OpenLoop(rate, Phase.OpenLoop.leadInOf(clients, rate), seconds, burst);
    }
}
