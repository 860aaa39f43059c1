package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
    private static final Instant EXAMPLE = Instant.parse("1994-11-06T08:49:37Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void theThreeSpellingsOfTheRfcAreRead(String text) {
        assertThat(DateParser.parse(text)).contains(EXAMPLE);
    }

    /// Formatters take their locale when they are made, so it has to be Korean before: in a JVM of its own. One second
    /// later than the file's, the date is no text that the server has sent, and has to be read.
    @Test
    void datesAreReadAndWrittenInEnglishWhereverTheServerRuns(@TempDir Path root) throws Exception {
        var file = Files.writeString(root.resolve("a.txt"), "text");
        Files.setLastModifiedTime(file, FileTime.from(EXAMPLE));
        Age.await(file);
        var korean = List.of("-Duser.language=ko", "-Duser.country=KR", "-XX:TieredStopAtLevel=1");
        try (var server =
                        ServerProcess.startWith(korean, Main.class, "--port=0", "--root=" + root);
                var client = RawClient.to(server.address())) {
            var answer = client.get("/a.txt", "If-Modified-Since: Sun, 06 Nov 1994 08:49:38 GMT");
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.header("Last-Modified")).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "784111777",
                "1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 25:49:37 GMT",
                "Mon, 31 Feb 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun, 06 November 1994 08:49:37 GMT"
            })
    void anythingElseIsNoDate(String text) {
        assertThat(DateParser.parse(text)).isEmpty();
    }

    /// Once in some years a minute has 61 seconds (RFC 9110 §5.6.7); here the last of them is the one before it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, 31 Dec 2016 23:59:60 GMT",
                "Saturday, 31-Dec-16 23:59:60 GMT",
                "Sat Dec 31 23:59:60 2016"
            })
    void aLeapSecondIsRead(String text) {
        assertThat(DateParser.parse(text)).contains(Instant.parse("2016-12-31T23:59:59Z"));
    }

    @Test
    void twoDigitsAreAYearNotMoreThanFiftyYearsAhead() {
        int thisYear = Year.now().getValue();
        for (int year = thisYear - 49; year <= thisYear + 50; year++) {
            var date = Year.of(year).atMonth(3).atDay(1);
            var day = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            var text = "%s, 01-Mar-%02d 00:00:00 GMT".formatted(day, year % 100);
            assertThat(DateParser.parse(text))
                    .as(text)
                    .contains(date.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
    }
}
