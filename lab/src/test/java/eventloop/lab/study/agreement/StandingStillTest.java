package eventloop.lab.study.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingStillTest {
    @ParameterizedTest
    @CsvSource({"Linux, true", "Mac OS X, true", "Windows 11, false"})
    void aProcessCanBeStoppedWhereThereIsASignalForIt(String system, boolean canBeHad) {
        assertThat(StandingStill.canBeHadOn(system)).isEqualTo(canBeHad);
    }
}
