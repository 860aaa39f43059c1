package eventloop.lab.show.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriverNodeTest {
    @Test
    void oneThatIsTooOldOrMissingCostsOneLineWithWhatMendsIt() {
        assertThat(missing(Optional.of("18.19.0")))
                .hasValueSatisfying(line ->
                        assertThat(line)
                                .startsWith("node 18.19.0 is too old to drive a browser")
                                .contains("20 or newer: npm install --global node@"));
        assertThat(missing(Optional.empty()))
                .hasValueSatisfying(line -> assertThat(line).startsWith("there is no node"));
    }

    @Test
    void oneThatIsNewEnoughIsNotMissing() {
        assertThat(missing(Optional.of("20.0.0"))).isEmpty();
        assertThat(missing(Optional.of("100.1.0"))).isEmpty();
    }

    private static Optional<String> missing(Optional<String> version) {
        return new DriverNode(version).missing().map(MissingPart::words);
    }
}
