package eventloop.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads dates as clients write them: the three spellings a recipient must know, of which the last two are
/// obsolete (RFC 9110 §5.6.7). Any thread.
final class DateParser {
    private static final List<DateTimeFormatter> SPELLINGS =
            List.of(
                    english("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
                    obsoleteWithTwoDigitYear(),
                    english("EEE MMM ppd HH:mm:ss uuuu"));

    private DateParser() {}

    /// Empty for what is not a date in one of the three spellings: such a header is to be ignored.
    static Optional<Instant> parse(String text) {
        // A leap second counts as the one before it, since an Instant has none.
        var withoutLeap = text.replace(":60 ", ":59 ");
        for (var spelling : SPELLINGS) {
            try {
                return Optional.of(Instant.from(spelling.parse(withoutLeap)));
            } catch (DateTimeException otherSpelling) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)
                .withZone(ZoneOffset.UTC);
    }

    /// A year that looks more than 50 years ahead is one of the past.
    private static DateTimeFormatter obsoleteWithTwoDigitYear() {
        var firstOfHundred = Instant.now().atZone(ZoneOffset.UTC).toLocalDate().minusYears(49);
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstOfHundred)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)
                .withZone(ZoneOffset.UTC);
    }
}
