package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2.2.5",
        "2025-11-29, 2.2.5",
        "2025-11-28, '2.2.5, 1 year old'",
        "2018-06-01, '2.2.5, 8 years old'"
    })
    void fromAYearOnAVersionHasItsAge(LocalDate date, String words) {
        assertThat(new Release("2.2.5", Optional.of(date)).words(TODAY)).isEqualTo(words);
    }

    @Test
    void ageThatIsNotKnownIsNotTold() {
        assertThat(new Release("2.2.5", Optional.empty()).words(TODAY)).isEqualTo("2.2.5");
    }

    @Test
    void isReadFromWhereAVersionIsPinned() {
        assertThat(Release.in("2.4.4.Final of 2026-10-28"))
                .hasValue(new Release("2.4.4", Optional.of(LocalDate.of(2026, 10, 28))));
        assertThat(Release.in("2.4.4")).hasValue(new Release("2.4.4", Optional.empty()));
        assertThat(Release.in("none")).isEmpty();
    }
}
