package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {
    @Test
    void programThatIsMissingSaysHowItIsInstalled() {
        var program = new Program("no-such-server", "--version", "apt-get install no-such-server");

        assertThat(program.missing()).hasValue("not installed: apt-get install no-such-server");
        assertThat(program.release()).isEmpty();
    }

    @Test
    void programThatIsInstalledTellsItsVersion() {
        var java = new Program("java", "--version", "");

        assertThat(java.missing()).isEmpty();
        assertThat(java.version().orElseThrow()).matches("\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @CsvSource({
        "nginx version: nginx/1.22.1 (Debian 1.22.1-9), 1.22.1",
        "v20.20.2, 20.20.2",
        "4.2.18.Final, 4.2.18",
        "0.11, 0.11",
        "6.0-rc2, 6.0-rc2"
    })
    void versionIsTheFirstInWhatItSays(String text, String version) {
        assertThat(Version.in(text)).hasValue(version);
    }

    @ParameterizedTest
    @CsvSource({
        "12.22.9, 18.3, true",
        "18.3.0, 18.3, false",
        "1.18.0, 1.19.5, true",
        "1.22.1, 1.19.5, false",
        "2.0-rc1, 2.0, true"
    })
    void versionsAreComparedNumberByNumber(String version, String other, boolean isBefore) {
        assertThat(Version.isBefore(version, other)).isEqualTo(isBefore);
    }
}
