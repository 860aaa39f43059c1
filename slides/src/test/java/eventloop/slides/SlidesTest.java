package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every slide has.
class SlidesTest {
    /// A main has a line more or two; nothing else has.
    private static final int MOST_LINES = 15;

    private static final int MOST_LINES_OF_A_MAIN = 17;

    /// What a room can read at a glance, notes and code left out.
    private static final int MOST_WORDS = 75;

    static Stream<Element> slides() {
        return BuiltDeck.slides();
    }

    @ParameterizedTest
    @MethodSource("slides")
    void notesTellMinutesAndWhatToSayAndAskAndWhereStudentsGetStuck(Element slide) {
        var notes = slide.select("aside.notes");

        assertThat(notes).as(BuiltDeck.title(slide)).hasSize(1);
        assertThat(notes.select(".minutes")).as(BuiltDeck.title(slide)).hasSize(1);
        assertThat(Integer.parseInt(notes.select(".minutes").text())).isBetween(1, 8);
        assertThat(notes.select("strong").eachText())
                .as(BuiltDeck.title(slide))
                .containsSubsequence(List.of("Say", "Ask", "Stuck"));
    }

    @ParameterizedTest
    @MethodSource("slides")
    void thereIsNotMoreThanARoomCanRead(Element slide) {
        int most = slide.select(".columns").isEmpty() ? MOST_LINES : MOST_LINES_OF_A_MAIN;
        assertThat(slide.select("pre"))
                .as(BuiltDeck.title(slide))
                .allSatisfy(code ->
                        assertThat(code.wholeText().strip().lines().count())
                                .isLessThanOrEqualTo(most));

        var text = slide.clone();
        text.select("aside, pre").remove();
        assertThat(text.text().split("\\s+"))
                .as(BuiltDeck.title(slide))
                .hasSizeLessThanOrEqualTo(MOST_WORDS);
    }
}
