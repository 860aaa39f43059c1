package eventloop.lab.show.report;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.Conditions;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Measurement.Timed;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Results to be shown. Their figures are invented.
final class Examples {
    /// How late the load was in what [#timed] shows, on average.
    static final double LATENESS_MILLIS = 0.02;

    /// It is long, and read once for all tests.
    private static final ComparisonResult COMPARISON = read();

    private Examples() {}

    /// Ten servers under three loads in two rounds, files of five sizes; some could not be timed.
    static ComparisonResult comparison() {
        return COMPARISON;
    }

    private static ComparisonResult read() {
        try {
            return StoredRun.read(List.of(file("compare.json"))).comparison().orElseThrow();
        } catch (UnreadableResultException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ClaimsResult claims() throws UnreadableResultException {
        return StoredRun.read(List.of(file("claims.json"))).claims().orElseThrow();
    }

    static ReportData all() throws UnreadableResultException {
        return StoredRun.read(
                Stream.of("compare.json", "claims.json", "check.json", "speed.json")
                        .map(Examples::file)
                        .toList());
    }

    /// The same comparison, if it had been made with these alone.
    static ComparisonResult comparison(List<String> servers, List<Integer> clients)
            throws UnreadableResultException {
        return comparison(
                comparison().measurements().stream()
                        .filter(m -> servers.contains(m.server()) && clients.contains(m.clients()))
                        .toList());
    }

    /// A comparison that has found these, and nothing about sizes of files.
    static ComparisonResult comparison(List<Measurement> measurements)
            throws UnreadableResultException {
        var example = comparison();
        var then = example.conditions();
        return new ComparisonResult(
                example.provenance(),
                new Conditions(
                        measurements.stream().map(Measurement::server).distinct().toList(),
                        then.versions(),
                        measurements.stream().map(Measurement::clients).distinct().toList(),
                        measurements.stream().mapToInt(Measurement::round).max().orElse(1),
                        then.beginning(),
                        then.phases(),
                        List.of(),
                        then.sizeClients(),
                        then.largeFileClients(),
                        then.sizePhase(),
                        then.looksAtHeaps(),
                        then.timeoutSeconds(),
                        then.seed(),
                        then.root(),
                        then.pages(),
                        then.serverPlacement(),
                        then.loadPlacement(),
                        then.serverFlags(),
                        then.loadFlags()),
                measurements,
                List.of(),
                Optional.empty());
    }

    /// What a server has shown in one round.
    static Measurement timed(
            String server, int clients, int round, double meanMillis, long requestsPerSecond)
            throws UnreadableResultException {
        return timed(server, clients, round, meanMillis, requestsPerSecond, Map.of());
    }

    /// @param failures in each of both phases
    static Measurement timed(
            String server,
            int clients,
            int round,
            double meanMillis,
            long requestsPerSecond,
            Map<Failure, Long> failures)
            throws UnreadableResultException {
        var example = (Timed) comparison().measurements().getFirst().outcome();
        return new Measurement(
                server,
                clients,
                round,
                new Timed(
                        phase(example.closed(), requestsPerSecond, meanMillis, failures),
                        phase(example.open(), requestsPerSecond, meanMillis, failures),
                        example.observation(),
                        example.heap(),
                        1,
                        example.beginning()));
    }

    private static PhaseResult phase(
            PhaseResult example,
            long requestsPerSecond,
            double millis,
            Map<Failure, Long> failures) {
        return new PhaseResult(
                example.phase(),
                1,
                requestsPerSecond,
                requestsPerSecond,
                requestsPerSecond,
                requestsPerSecond,
                new Latency(1, millis, millis, millis, millis, millis, ""),
                new Failures(failures),
                0,
                Optional.empty(),
                example.lateness(),
                example.generatorLoad(),
                example.companionsLost(),
                0);
    }

    static Path file(String name) {
        try {
            return Path.of(Examples.class.getResource(name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
