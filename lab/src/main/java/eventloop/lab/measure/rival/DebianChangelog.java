package eventloop.lab.measure.rival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// The changelog that comes with every package of Debian, newest entry first:
///
/// ```
///   h2o (2.2.5+dfsg2-7) unstable; urgency=medium
///     * …
///    -- Name <mail>  Tue, 21 Mar 2023 12:40:38 +0000
/// ```
///
/// It does not say when the authors released a version, but when Debian first packaged it, which is days later, and
/// not when Debian last mended it, which may be years later.
///
/// @param packages where the packages keep their documents
record DebianChangelog(Path packages) {
    static final DebianChangelog OF_THIS_MACHINE = new DebianChangelog(Path.of("/usr/share/doc"));

    private static final Pattern ENTRY = Pattern.compile("\\S+ \\((\\S+)\\) .*");
    private static final Pattern SIGNATURE = Pattern.compile(" -- .*>  (.*)");

    /// When an upstream version was first packaged.
    ///
    /// @return nothing if the system is another one, or its changelog is cut off before that
    Optional<LocalDate> firstPackaged(String name, String version) {
        var file = packages.resolve(name).resolve("changelog.Debian.gz");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var text = new GZIPInputStream(Files.newInputStream(file));
                var lines =
                        new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return signature(version, lines.lines().toList()).flatMap(DebianChangelog::date);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Of the oldest entry for the version: the date it was signed at.
    private static Optional<String> signature(String version, List<String> lines) {
        boolean isOfVersion = false;
        var signature = Optional.<String>empty();
        for (var line : lines) {
            var entry = ENTRY.matcher(line);
            if (entry.matches()) {
                isOfVersion = Version.in(entry.group(1)).filter(version::equals).isPresent();
            }
            var signed = SIGNATURE.matcher(line);
            if (isOfVersion && signed.matches()) {
                signature = Optional.of(signed.group(1));
            }
        }
        return signature;
    }

    private static Optional<LocalDate> date(String signature) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(signature, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toLocalDate());
        } catch (DateTimeParseException unusual) {
            return Optional.empty();
        }
    }
}
