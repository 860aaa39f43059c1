package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HttpDateTest {
    private static final Instant EXAMPLE = Instant.parse("1994-11-06T08:49:37Z");

    @Test
    void datesAreWrittenAsTheRfcPrefers() {
        assertThat(HttpDate.format(EXAMPLE)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void datesAreEnglishWhereverTheServerRuns() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.KOREA);
            assertThat(HttpDate.format(EXAMPLE)).startsWith("Sun, 06 Nov");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theLineOfThisSecondIsNow() {
        long before = Instant.now().getEpochSecond();
        var line = new String(HttpDate.currentLine(), StandardCharsets.US_ASCII);
        long after = Instant.now().getEpochSecond();
        var seconds = LongStream.rangeClosed(before, after).mapToObj(Instant::ofEpochSecond);
        assertThat(seconds.map(now -> "Date: " + HttpDate.format(now) + "\r\n")).contains(line);
    }
}
