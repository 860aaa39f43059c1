package eventloop.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as HTTP writes them (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
public final class HttpDate {
    private static final DateTimeFormatter PREFERRED =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// The header line of one second, shared by all responses of that second.
    private record Line(long second, byte[] bytes) {}

    private static volatile Line current = new Line(Long.MIN_VALUE, new byte[0]);

    private HttpDate() {}

    public static String format(Instant instant) {
        return PREFERRED.format(instant);
    }

    /// `Date: …` with its line end, for now. Any thread. Formatting takes longer than answering a
    /// small request, so it is done once a second.
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
}
