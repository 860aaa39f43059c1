package eventloop.lab.show.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void labelsThatDoNotTouchGetWhatTheyWish() {
        assertThat(Places.spread(List.of(300.0, 100.0), 30, 0, 400)).containsExactly(300.0, 100.0);
    }

    @Test
    void labelsThatTouchStandAroundTheMiddleOfTheirWishes() {
        assertThat(Places.spread(List.of(200.0, 200.0, 200.0), 30, 0, 400))
                .containsExactly(170.0, 200.0, 230.0);
    }

    @Test
    void labelsStayWithinTheirColumn() {
        assertThat(Places.spread(List.of(0.0, 400.0), 30, 0, 400)).containsExactly(15.0, 385.0);
    }

    @RepeatedTest(50)
    void noLabelTouchesAnotherAndTheirOrderIsThatOfTheWishes(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var wishes = random.doubles(12, 0, 400).sorted().boxed().toList();

        var places = Places.spread(wishes, 30, 0, 400);

        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(30 - 1e-6);
        }
        assertThat(places.getFirst()).isGreaterThan(15 - 1e-6);
        assertThat(places.getLast()).isLessThan(385 + 1e-6);
    }
}
