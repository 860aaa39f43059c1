package eventloop.lab.study.agreement;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.List;
import java.util.stream.Stream;

/// What load programs say of the same servers.
///
/// @param asAnswered of a server that counts, by clients who ask as soon as they are answered
/// @param paced of the same, by a timetable
/// @param standingStill of a server that stands still now and then
public record AgreementResult(
        Provenance provenance,
        AgreementConditions conditions,
        List<Counted> asAnswered,
        List<Reading> paced,
        List<Reading> standingStill)
        implements StoredResult {
    /// @param parts as they were found
    public static AgreementResult of(
            Provenance provenance, AgreementConditions conditions, List<AgreementFindings> parts) {
        var all = AgreementFindings.together(parts);
        return new AgreementResult(
                provenance, conditions, all.asAnswered(), all.paced(), all.standingStill());
    }

    /// Whether those agree that can.
    public boolean allAgree() {
        return Stream.concat(
                        asAnswered.stream().map(this::agrees), paced.stream().map(this::agrees))
                .allMatch(agrees -> agrees);
    }

    boolean agrees(Counted counted) {
        var readings = asAnswered.stream().map(Counted::reading).toList();
        return counted.agrees() && Tolerance.agree(counted.reading(), readings);
    }

    boolean agrees(Reading reading) {
        return Tolerance.agree(reading, paced);
    }

    /// For a terminal.
    public String text() {
        return AgreementTables.all(this);
    }

    @Override
    public String shown() {
        return block(text());
    }

    /// Only what they see of a server that stands still.
    @Override
    public String glance() {
        return block(AgreementTables.standingStill(this));
    }

    private static String block(String text) {
        return "```\n%s\n```".formatted(text);
    }
}
