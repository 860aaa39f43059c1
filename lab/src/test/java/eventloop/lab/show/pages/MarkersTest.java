package eventloop.lab.show.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.ResultFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page shows and nobody has typed stands between two markers that somebody fills in.
class MarkersTest {
    private static final Path COURSE = Path.of("..");

    @Test
    void everyMarkerOfEveryPageIsFilledInByNameAndHasItsEnd() throws Exception {
        var pages = new CoursePages(new ResultFiles(COURSE)).fresh();
        pages.keySet().removeIf(page -> !page.toString().endsWith(".md"));

        assertThat(pages)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        (page, text) -> assertThat(Markers.wrong(text)).as("%s", page).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no marker at all",
                "<!-- code: http/Head#read -->\n\nx\n\n<!-- end of code -->",
                "<!-- claim: C05 -->\n<!-- end of claim -->\n<!-- peers: late -->\n<!-- end of peers -->",
                "<!-- glance: vast -->\nx\n<!-- end of results -->",
                "<!-- picture: memory of comparison -->\nx\n<!-- end of picture -->",
                "<!-- session: whole 75 step03 exercise-3.1 -->\nx\n<!-- end of session -->"
            })
    void markersThatAreFilledInAreRight(String page) {
        assertThat(Markers.wrong(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <!-- claims: C05 -->;<!-- end of claims -->              | <!-- claims: C05 --> is no marker
                    <!-- peer: late -->;<!-- end of peer -->                 | <!-- peer: late --> is no marker
                    <!-- claim C05 -->;<!-- end of claim -->                 | <!-- claim C05 --> is no marker
                    <!-- code: a/B#c-->;<!-- end of code -->                 | <!-- code: a/B#c--> is no marker
                    <!-- picture: memory -->;<!-- end of picture -->         | <!-- picture: memory --> is no marker
                    <!-- glance: vast -->;x                                  | <!-- glance: vast --> has no end
                    <!-- results: a -->;<!-- results: b -->;<!-- end of results --> | <!-- results: a --> has no end
                    <!-- glance: vast -->;<!-- end of glance -->             | <!-- end of glance --> ends nothing
                    <!-- end of code -->                                     | <!-- end of code --> ends nothing
                    """)
    void aSlipIsFound(String page, String wrong) {
        assertThat(Markers.wrong(page.replace(';', '\n'))).contains(wrong);
    }
}
