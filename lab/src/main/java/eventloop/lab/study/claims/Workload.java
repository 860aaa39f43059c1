package eventloop.lab.study.claims;

import eventloop.lab.measure.load.Clients;
import eventloop.lab.measure.load.Clients.Connections;
import eventloop.lab.measure.load.Companions;
import eventloop.lab.measure.load.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a side's server has to do while it is measured.
///
/// @param depth requests that a client has on the way at once
/// @param rate requests a second, due at random times; 0 for as many as the server answers
/// @param burst so many of them are due at the same moment
/// @param beside who else is there
/// @param files what is asked for
/// @param warmUp seconds of load before the first round
/// @param storm whether all clients connect at the same moment, ask once, and leave when all have been served
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
        boolean storm,
        double seconds,
        double timeout) {

    /// Before each round the clients connect again.
    private static final double LEAD_IN_SECONDS = 0.3;

    private static final double LEAVING_SECONDS = 0.05;

    /// For people: `64 clients, each asks again as soon as it has its answer`.
    String words() {
        if (storm) {
            return "%,d clients that connect at the same moment".formatted(clients);
        }
        return (clients == 1 ? "1 client" : "%,d clients".formatted(clients))
                + (connections == Connections.ONE_A_REQUEST
                        ? " with a new connection for each request"
                        : "")
                + (rate == 0
                        ? ", each asks again as soon as it has its answer"
                        : ", %,.0f requests a second at random times".formatted(rate))
                + beside.stream()
                        .map(others -> ", beside " + others.words())
                        .collect(Collectors.joining());
    }

    Clients whoAsks() {
        return new Clients(clients, connections, depth);
    }

    Phase warmingUp() {
        return new Phase.ClosedLoop(0, warmUp);
    }

    Phase round() {
        if (storm) {
            return new Phase.Arrival(0, timeout);
        }
        return rate == 0
                ? new Phase.ClosedLoop(LEAD_IN_SECONDS, seconds)
                : new Phase.OpenLoop(rate, Phase.OpenLoop.leadInOf(clients, rate), seconds, burst);
    }

    /// Behind a round: whoever has stayed leaves, to come again.
    Optional<Phase> leaving() {
        return storm ? Optional.of(new Phase.ClosedLoop(0, LEAVING_SECONDS)) : Optional.empty();
    }
}
