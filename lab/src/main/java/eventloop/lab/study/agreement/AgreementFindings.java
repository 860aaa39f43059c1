package eventloop.lab.study.agreement;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// What load programs have said of the servers of an [Agreement]: all of it, or one reading, as it comes.
///
/// @param asAnswered of a server that counts, by clients who ask as soon as they are answered
/// @param paced of the same, by a timetable
/// @param standingStill of a server that stands still now and then
public record AgreementFindings(
        List<Counted> asAnswered, List<Reading> paced, List<Reading> standingStill) {

    static AgreementFindings asAnswered(Counted counted) {
        return new AgreementFindings(List.of(counted), List.of(), List.of());
    }

    static AgreementFindings paced(Reading reading) {
        return new AgreementFindings(List.of(), List.of(reading), List.of());
    }

    static AgreementFindings standingStill(Reading reading) {
        return new AgreementFindings(List.of(), List.of(), List.of(reading));
    }

    /// @param parts in the order in which they came
    static AgreementFindings together(List<AgreementFindings> parts) {
        return new AgreementFindings(
                all(parts, AgreementFindings::asAnswered),
                all(parts, AgreementFindings::paced),
                all(parts, AgreementFindings::standingStill));
    }

    private static <T> List<T> all(
            List<AgreementFindings> parts, Function<AgreementFindings, List<T>> readings) {
        return parts.stream().map(readings).flatMap(Collection::stream).toList();
    }
}
