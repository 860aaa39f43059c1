package eventloop.lab.report;

import eventloop.lab.claims.ClaimsResult;
import eventloop.lab.compare.ComparisonResult;
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

    static Path file(String name) {
        try {
            return Path.of(Examples.class.getResource(name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
