package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.show.pages.DeckPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every slide has.
class SlidesTest {
    /// A main has a line more or two; nothing else has.
    private static final int MOST_LINES = 16;

    private static final int MOST_LINES_OF_A_MAIN = 18;

    /// What a room can read at a glance: notes, code, and the figures below a claim left out.
    private static final int MOST_WORDS = 60;

    /// "Nothing" helps no teacher.
    private static final int LEAST_WORDS = 3;

    /// The plans of a class are made from the sources; what is shown is what the converter has made of them.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void minutesAddUpToThePlans(boolean isShort) throws Exception {
        int planned = 0;
        for (var name : DeckPart.NAMES) {
            planned += DeckPart.read(Path.of(".."), name).minutes(isShort);
        }

        assertThat(
                        BuiltDeck.slides()
                                .filter(slide -> !(isShort && slide.hasClass("deeper")))
                                .mapToInt(SlidesTest::minutes)
                                .sum())
                .isEqualTo(planned);
    }

    private static int minutes(Element slide) {
        return Integer.parseInt(slide.select("aside.notes .minutes").text());
    }

    /// Or a browser asks the server for one that is not there.
    @Test
    void theDeckHasAnIcon() {
        var icon = BuiltDeck.html().selectFirst("link[rel=icon]").attr("href");

        assertThat(BuiltDeck.FILE.resolveSibling(icon)).exists();
    }

    /// The converter does not look for them.
    @Test
    void everyPictureIsThere() {
        assertThat(BuiltDeck.html().select("img"))
                .isNotEmpty()
                .allSatisfy(
                        img -> assertThat(BuiltDeck.FILE.resolveSibling(img.attr("src"))).exists());
    }

    @Test
    void everyStepHasAPart() {
        assertThat(BuiltDeck.slides().filter(slide -> slide.hasClass("part")))
                .hasSize(7)
                .allSatisfy(slide -> assertThat(slide.select("img")).hasSize(1));
    }

    /// From its first slide to that of the next part, or of the ending.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everyPartHasCodeAndAClaimAndAQuestionAndAnExercise(int step) throws Exception {
        var part = partOf(step);

        // What is typed in class is a listing, too.
        assertThat(part)
                .anyMatch(slide -> !slide.select(":not(.live) > .content > pre.rouge").isEmpty());
        assertThat(part).anyMatch(slide -> !slide.select(".claim .verdict").isEmpty());
        assertThat(part).filteredOn(slide -> slide.hasClass("predict")).hasSize(1);
        assertThat(part).filteredOn(slide -> slide.hasClass("exercise")).hasSize(1);
        assertThat(part).filteredOn(slide -> slide.hasClass("columns")).hasSize(step == 1 ? 0 : 1);
    }

    private static List<Element> partOf(int step) throws IOException {
        var slides = BuiltDeck.slides().toList();
        var beginnings =
                IntStream.range(0, slides.size())
                        .filter(i -> slides.get(i).hasClass("part"))
                        .toArray();
        int ending = slides.size() - DeckPart.read(Path.of(".."), "ending").slides().size();
        int end = step < beginnings.length ? beginnings[step] : ending;
        return slides.subList(beginnings[step - 1], end);
    }

    private static long linesToRead(String code) {
        return code.lines().filter(line -> !line.isBlank()).count();
    }

    static Stream<Element> slides() {
        return BuiltDeck.slides();
    }

    @ParameterizedTest
    @MethodSource("slides")
    void notesTellMinutesAndWhatToSayAndAskAndWhereStudentsGetStuck(Element slide) {
        var notes = slide.select("aside.notes");

        assertThat(notes).as(BuiltDeck.title(slide)).hasSize(1);
        assertThat(notes.select(".minutes")).as(BuiltDeck.title(slide)).hasSize(1);
        assertThat(minutes(slide)).isBetween(1, 8);
        assertThat(notes.select("strong").eachText())
                .as(BuiltDeck.title(slide))
                .containsSubsequence(List.of("Say", "Ask", "Stuck"));
        assertThat(notes.select("p:has(strong)").eachText())
                .as("an answer, or one in brackets: %s", BuiltDeck.title(slide))
                .anyMatch(told ->
                        told.startsWith("Answer ")
                                || told.startsWith("Ask ") && told.endsWith(")"));
        assertThat(notes.select("p:has(strong)").eachText())
                .as(BuiltDeck.title(slide))
                .allSatisfy(told -> assertThat(told.split(" ")).hasSizeGreaterThan(LEAST_WORDS));
    }

    @ParameterizedTest
    @MethodSource("slides")
    void thereIsNotMoreThanARoomCanRead(Element slide) {
        int most = slide.select(".columns").isEmpty() ? MOST_LINES : MOST_LINES_OF_A_MAIN;
        assertThat(slide.select("pre"))
                .as(BuiltDeck.title(slide))
                .allSatisfy(code ->
                        assertThat(linesToRead(code.wholeText())).isLessThanOrEqualTo(most));

        var text = slide.clone();
        text.select("aside, pre, .measured").remove();
        assertThat(text.text().split("\\s+"))
                .as(BuiltDeck.title(slide))
                .hasSizeLessThanOrEqualTo(MOST_WORDS);
    }
}
