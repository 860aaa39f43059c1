package eventloop.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates as HTTP writes them (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
public final class HttpDate {
    private static final DateTimeFormatter PREFERRED = english("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

    /// The three spellings a recipient must read; the last two are obsolete.
    private static final List<DateTimeFormatter> READABLE =
            List.of(PREFERRED, obsoleteWithTwoDigitYear(), english("EEE MMM ppd HH:mm:ss uuuu"));

    /// The header line of one second, shared by all responses of that second.
    private record Line(long second, byte[] bytes) {}

    private static volatile Line current = new Line(Long.MIN_VALUE, new byte[0]);

    private HttpDate() {}

    public static String format(Instant instant) {
        return PREFERRED.format(instant);
    }

    /// Empty for what is not a date in one of the three spellings: such a header is to be ignored.
    public static Optional<Instant> parse(String text) {
        for (var spelling : READABLE) {
            try {
                return Optional.of(Instant.from(spelling.parse(text)));
            } catch (DateTimeException otherSpelling) {
                continue;
            }
        }
        return Optional.empty();
    }

    /// `Date: …` with its line end, for now. Any thread. Formatting takes longer than answering a
    /// small request, so it is done once a second.
    // tag::current[]
    static byte[] currentLine() {
        long second = System.currentTimeMillis() / 1000;
        var line = current;
        if (line.second != second) {
            var text = "Date: " + format(Instant.ofEpochSecond(second)) + "\r\n";
            line = new Line(second, Bytes.of(text));
            current = line;
        }
        return line.bytes;
    }

    // end::current[]

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /// A year that looks more than 50 years ahead is one of the past.
    private static DateTimeFormatter obsoleteWithTwoDigitYear() {
        var firstOfHundred = Instant.now().atZone(ZoneOffset.UTC).toLocalDate().minusYears(49);
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstOfHundred)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
    }
}
