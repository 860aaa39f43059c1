package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void figuresOnAnAxisHaveAsFewDigitsAsTheyNeed() {
        assertThat(Units.plain(0.0007)).isEqualTo("0.0007");
        assertThat(Units.plain(0.005)).isEqualTo("0.005");
        assertThat(Units.plain(1.5)).isEqualTo("1.5");
        assertThat(Units.plain(20)).isEqualTo("20");
        assertThat(Units.plain(10_000)).isEqualTo("10,000");
    }

    @Test
    void aShareThatMissesItsBarIsNotRoundedUpToIt() {
        assertThat(Units.wholePercent(0.7968)).isEqualTo("79\u00a0%");
        assertThat(Units.wholePercent(0.8)).isEqualTo("80\u00a0%");
        assertThat(Units.wholePercent(1 / 1.25)).isEqualTo("80\u00a0%");
        assertThat(Units.wholePercent(2.9)).isEqualTo("290\u00a0%");
    }
}
