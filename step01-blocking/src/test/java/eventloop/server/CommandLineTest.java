package eventloop.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Option NUMBER = new Option("--number", "N", "5", "a number");
    private static final Option SIZE = new Option("--size", "BYTES", "8k", "a size");
    private static final Option TIME = new Option("--time", "SECONDS", "30", "a time");
    private static final Option UNIT = new Option("--unit", "UNIT", "seconds", "a choice");
    private static final Option HELP = Option.flag("--help", "help");

    private static final List<Option> KNOWN = List.of(NUMBER, SIZE, TIME, UNIT, HELP);

    @Test
    void whatIsNotGivenHasItsDefault() throws UsageException {
        var line = CommandLine.parse(KNOWN);
        assertThat(line.number(NUMBER, 0, 10)).isEqualTo(5);
        assertThat(line.bytes(SIZE, 0, 1 << 20)).isEqualTo(8192);
        assertThat(line.seconds(TIME, 0, 60)).isEqualTo(Duration.ofSeconds(30));
        assertThat(line.choice(UNIT, TimeUnit.class)).isEqualTo(TimeUnit.SECONDS);
        assertThat(line.has(HELP)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--number 7", "--number=7", "--number 1 --number=7", "--help --number 7"})
    void aValueFollowsAfterASpaceOrAnEqualsSign(String arguments) throws UsageException {
        assertThat(parse(arguments).number(NUMBER, 0, 10)).isEqualTo(7);
    }

    @Test
    void aFlagIsGivenOrNot() throws UsageException {
        assertThat(parse("--help").has(HELP)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 100", "1k, 1024", "64K, 65536", "1m, 1048576", "1g, 1073741824"})
    void sizesHaveUnits(String text, long bytes) throws UsageException {
        assertThat(parse("--size " + text).bytes(SIZE, 0, 1 << 30)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 100", "1, 1000", "2.5, 2500", "60, 60000"})
    void secondsMayHaveAFraction(String text, long millis) throws UsageException {
        assertThat(parse("--time " + text).seconds(TIME, 0.1, 60))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minutes", "MINUTES", "Minutes"})
    void choicesAreMadeInAnyCase(String text) throws UsageException {
        assertThat(parse("--unit " + text).choice(UNIT, TimeUnit.class))
                .isEqualTo(TimeUnit.MINUTES);
    }

    @ParameterizedTest
    @CsvSource({
        "--unheard-of, unknown option --unheard-of",
        "--unheard-of=5, unknown option --unheard-of",
        "number, unknown option number",
        "-h, unknown option -h",
        "--number, --number needs a value",
        "--help --size, --size needs a value"
    })
    void whatCannotBeUnderstoodIsSaid(String arguments, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(arguments))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "11", "x", "''", "1.5", "1k", "99999999999999999999"})
    void aNumberOutOfItsRangeIsSaid(String text) throws UsageException {
        var line = parse("--number=" + text);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> line.number(NUMBER, 0, 10))
                .withMessage("--number must be a whole number from 0 to 10, not '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "61", "-1", "NaN", "Infinity", "x", "''", "1e9", "0,5", "1d", "0x1p3"})
    void aTimeOutOfItsRangeIsSaid(String text) throws UsageException {
        var line = parse("--time=" + text);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> line.seconds(TIME, 0.1, 60))
                .withMessage("--time must be seconds from 0.1 to 60, not '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1025",
                "2k",
                "x",
                "''",
                "k",
                "1kb",
                "0.5k",
                "17179869184g",
                "17179869185g",
                "9223372036854775807g"
            })
    void aSizeOutOfItsRangeIsRefused(String text) throws UsageException {
        var line = parse("--size=" + text);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> line.bytes(SIZE, 0, 1024))
                .withMessageStartingWith("--size must be ")
                .withMessageEndingWith(", not '" + text + "'");
    }

    @Test
    void anUnknownChoiceIsSaidWithThoseThereAre() throws UsageException {
        var line = parse("--unit parsec");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> line.choice(UNIT, TimeUnit.class))
                .withMessage(
                        "--unit must be one of nanoseconds, microseconds, milliseconds, seconds,"
                                + " minutes, hours, days, not 'parsec'");
    }

    @Test
    void whatIsNotDeclaredCannotBeRead() {
        var undeclared = new Option("--nmber", "N", "5", "a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--number 7").number(undeclared, 0, 10))
                .withMessage("--nmber is not among the options of this program");
    }

    private static CommandLine parse(String arguments) throws UsageException {
        return CommandLine.parse(KNOWN, arguments.split(" "));
    }
}
