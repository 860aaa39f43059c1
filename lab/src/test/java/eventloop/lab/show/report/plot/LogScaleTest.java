package eventloop.lab.show.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogScaleTest {
    @Test
    void equalFactorsAreEqualDistances() {
        var scale = new LogScale(1, 1000, 0, 300);

        assertThat(scale.at(1)).isEqualTo(0);
        assertThat(scale.at(10)).isEqualTo(100, within(1e-9));
        assertThat(scale.at(100)).isEqualTo(200, within(1e-9));
        assertThat(scale.at(1000)).isEqualTo(300, within(1e-9));
    }

    @Test
    void anAxisCanPointUp() {
        var scale = new LogScale(1, 100, 500, 100);

        assertThat(scale.at(10)).isEqualTo(300, within(1e-9));
    }

    @Test
    void whatIsNotAboveZeroStandsAtTheBeginning() {
        assertThat(new LogScale(1, 100, 50, 250).at(0)).isEqualTo(50);
    }

    @Test
    void whatIsWithoutBoundsStandsAtTheEnd() {
        var scale = new LogScale(1, 100, 50, 250);

        assertThat(scale.at(Double.POSITIVE_INFINITY)).isEqualTo(250);
    }

    @Test
    void thereIsRoomForAllFiguresAndALittleMore() {
        var scale = LogScale.over(List.of(3.0, 0.0, 70.0, Double.NaN), 0, 100);

        assertThat(scale.at(3)).isBetween(0.5, 10.0);
        assertThat(scale.at(70)).isBetween(90.0, 99.5);
    }

    @Test
    void oneFigureOrNoneIsEnough() {
        assertThat(LogScale.over(List.of(5.0), 0, 100).at(5)).isEqualTo(50, within(1e-9));
        assertThat(LogScale.over(List.of(), 0, 100).at(1)).isEqualTo(50, within(1e-9));
    }

    /// As where all servers have a mean of about 4 ms.
    @Test
    void anAxisBetweenTwoRoundFiguresHasTicksToo() {
        for (double figure : List.of(4.0, 6.0, 8.4, 2.45)) {
            assertThat(LogScale.over(List.of(figure), 0, 800).ticks(84)).hasSizeGreaterThan(1);
        }
    }

    @Test
    void ticksAreRoundAndAsManyAsFit() {
        var scale = new LogScale(0.9, 110, 0, 700);

        assertThat(scale.ticks(90)).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
        assertThat(scale.ticks(200)).containsExactly(1.0, 10.0, 100.0);
        assertThat(scale.ticks(500)).containsExactly(1.0, 100.0);
    }

    @Test
    void anAxisLeavesOutWhatWouldTouch() {
        var scale = new LogScale(1000, 100_000, 0, 200);
        var axis = new Axis("clients", Double::toString, List.of(1000.0, 1100.0, 10_000.0));

        assertThat(axis.ticks(scale, 40)).containsExactly(1000.0, 10_000.0);
    }
}
