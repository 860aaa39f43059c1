package eventloop.lab.measure.rival;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Versions as they stand in tables: numbers, and whether they are not final yet.
final class Version {
    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)+(-rc\\d+)?");

    private Version() {}

    /// The first in a text: 1.22.1 in `nginx version: nginx/1.22.1 (Debian)`.
    static Optional<String> in(String text) {
        return NUMBERS.matcher(text).results().findFirst().map(MatchResult::group);
    }

    /// Number by number: 12.22.9 is before 18.3. One that is not final is before its release.
    static boolean isBefore(String version, String other) {
        return ModuleDescriptor.Version.parse(version)
                        .compareTo(ModuleDescriptor.Version.parse(other))
                < 0;
    }
}
