package eventloop.lab.measure.rival;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The version of a rival, and when it was released: a server that its authors have improved meanwhile is not
/// shown without its age.
///
/// @param date as far as this machine can tell
public record Release(String version, Optional<LocalDate> date) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /// As it is noted where a version is pinned: `2.4.4.Final of 2026-10-28`.
    ///
    /// @return nothing if there is no version in the text
    static Optional<Release> in(String text) {
        var date =
                DATE.matcher(text)
                        .results()
                        .findFirst()
                        .map(MatchResult::group)
                        .map(LocalDate::parse);
        return Version.in(text).map(version -> new Release(version, date));
    }

    /// `2.2.5, 8 years old`; of what is younger than a year, or of unknown age, the version alone.
    String words(LocalDate today) {
        int years = date.map(released -> Period.between(released, today).getYears()).orElse(0);
        return switch (years) {
            case 0 -> version;
            case 1 -> version + ", 1 year old";
            default -> "%s, %d years old".formatted(version, years);
        };
    }
}
