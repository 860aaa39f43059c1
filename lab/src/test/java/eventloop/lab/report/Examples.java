package eventloop.lab.report;

import eventloop.lab.claims.ClaimsResult;
import eventloop.lab.compare.ComparisonResult;
import eventloop.lab.compare.Conditions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Results to be shown. Their figures are invented.
final class Examples {
    private Examples() {}

    /// Ten servers under three loads in two rounds, files of five sizes; some could not be timed.
    static ComparisonResult comparison() throws UnreadableResultException {
        return StoredRun.read(List.of(file("compare.json"))).comparison().orElseThrow();
    }

    static ClaimsResult claims() throws UnreadableResultException {
        return StoredRun.read(List.of(file("claims.json"))).claims().orElseThrow();
    }

    static ReportData all() throws UnreadableResultException {
        return new ReportData(Optional.of(comparison()), Optional.of(claims()));
    }

    /// The same comparison, if it had been made with these alone.
    static ComparisonResult comparison(List<String> servers, List<Integer> clients)
            throws UnreadableResultException {
        var all = comparison();
        var then = all.conditions();
        return new ComparisonResult(
                all.provenance(),
                new Conditions(
                        servers,
                        then.versions(),
                        clients,
                        then.rounds(),
                        then.phases(),
                        then.fileSizes(),
                        then.sizeClients(),
                        then.sizePhase(),
                        then.timeoutSeconds(),
                        then.seed(),
                        then.root(),
                        then.pages(),
                        then.serverPlacement(),
                        then.loadPlacement(),
                        then.serverFlags(),
                        then.loadFlags()),
                all.measurements().stream()
                        .filter(m -> servers.contains(m.server()) && clients.contains(m.clients()))
                        .toList(),
                all.throughput().stream().filter(t -> servers.contains(t.server())).toList());
    }

    static Path file(String name) {
        try {
            return Path.of(Examples.class.getResource(name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
