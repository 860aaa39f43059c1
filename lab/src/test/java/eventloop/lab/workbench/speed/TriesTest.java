package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TriesTest {
    @Test
    void aBarThatCannotBeToldSaysWhy() throws Exception {
        var bar = bar(1, 2, 4);

        assertThat(bar.outcome()).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(bar.remark()).isEqualTo("the median is between 1 and 4");
    }

    @Test
    void oneTryAloneIsNoVerdict() throws Exception {
        assertThat(bar(1).outcome()).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(bar(1).remark()).isEqualTo("fewer than 3 are no verdict");
    }

    @Test
    void whereAllAgreeThereIsNothingToSay() throws Exception {
        assertThat(bar(1, 2, 3).outcome()).isEqualTo(Bar.Outcome.MET);
        assertThat(bar(1, 2, 3).remark()).isEmpty();
        assertThat(bar(4, 5, 6).outcome()).isEqualTo(Bar.Outcome.MISSED);
    }

    /// @param figures of which there may be 3 at most
    private static Bar bar(double... figures) throws InterruptedException {
        var tries = new Tries<Double>();
        for (double figure : figures) {
            tries.make(() -> figure);
        }
        return tries.bar("work", "what", figure -> figure, 3, "ms");
    }
}
