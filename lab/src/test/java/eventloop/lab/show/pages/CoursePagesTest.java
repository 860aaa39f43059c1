package eventloop.lab.show.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.vast.CrowdClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No figure on a page was typed, and no picture was drawn by hand.
class CoursePagesTest {
    private static final Path COURSE = Path.of("..");
    private static final Path PICTURES = COURSE.resolve("lab/results/pictures");
    private static final Pattern CLAIM = Pattern.compile("\\b[CSNVH]\\d\\d\\b");
    static final Iterable<String> PAGES = CoursePages.PAGES;

    private static final CoursePages pages = new CoursePages(new ResultFiles(COURSE));
    private static Map<Path, String> fresh;

    @BeforeAll
    static void makeAllOfThem() throws Exception {
        fresh = pages.fresh();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void aPageShowsStoredResults(String name) throws Exception {
        assertThat(COURSE.resolve(name)).content().contains("Made by `./course ");
    }

    /// If this fails, `./course readme` writes what the stored results say.
    @Test
    void pagesAndPicturesAreWhatTheStoredResultsSay() {
        assertThat(fresh)
                .isNotEmpty()
                .allSatisfy((file, content) -> assertThat(file).hasContent(content));
    }

    /// As long as the new text is not there as a whole, the old one is: whoever has linked to it still reads it.
    @Test
    void aPageIsReplacedAndNotOverwritten(@TempDir Path directory) throws Exception {
        var page = Files.writeString(directory.resolve("README.md"), "the old text");
        var old = Files.createLink(directory.resolve("old.md"), page);

        CoursePages.write(Map.of(page, "the new text"));

        assertThat(page).hasContent("the new text");
        assertThat(old).hasContent("the old text");
    }

    /// As a program names it, and no person.
    @Test
    void nothingOnAPageIsAnOptional() {
        assertThat(fresh.values())
                .allSatisfy(page ->
                        assertThat(page)
                                .doesNotContainPattern("Optional\\w*(\\[|[.]empty(?![(]))"));
    }

    @Test
    void everyPictureThatIsKeptIsShownByAPage() throws Exception {
        assertThat(fresh.keySet()).containsAll(kept()).hasSizeGreaterThan(kept().size());
    }

    private static Set<Path> kept() throws IOException {
        try (var pictures = Files.list(PICTURES)) {
            return pictures.collect(Collectors.toSet());
        }
    }

    @Test
    void theSlideOfAllVerdictsHasThoseAboutCrowdsAsWell() throws Exception {
        var crowds = CrowdClaim.read(COURSE.resolve("lab/claims.yaml"));
        var slides = fresh.get(COURSE.resolve("slides/src/deck/claims.adoc"));

        assertThat(slides.substring(slides.indexOf("tag::verdicts[]")))
                .contains(crowds.stream().map(CrowdClaim::id).toList());
    }

    @Test
    void aTypedFigureIsReplacedByTheMeasuredOne() throws Exception {
        var page = Files.readString(COURSE.resolve("README.md"));
        var typed = page.replaceFirst("(step07-zerocopy.* )[\\d.]+ ms", "$10.001 ms");

        assertThat(typed).isNotEqualTo(page);
        assertThat(pages.refresh("README.md", typed)).isEqualTo(page);
    }

    /// As on the terminal, where it is the last that one reads.
    @Test
    void aComparisonAtAGlanceEndsWithItsAnswer() throws Exception {
        var page = Files.readString(COURSE.resolve("README.md"));

        assertThat(pages.refresh("README.md", page))
                .containsPattern("```\n\nDoes the event loop reach .+ of node here[?] .+\n\nMade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- results: nobody-has-it -->\n<!-- end of results -->",
                "<!-- glance: nobody-has-it -->\n<!-- end of results -->",
                "<!-- picture: memory of nobody-has-it -->\n<!-- end of picture -->",
                "<!-- picture: nobody-has-it of comparison -->\n<!-- end of picture -->"
            })
    void aPageThatNamesWhatNobodyHasIsWrong(String page) {
        assertThatThrownBy(() -> pages.refresh("README.md", page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody-has-it");
    }

    /// What is written between the two would be lost, and the page would look whole.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- glance: two-minutes -->\nby hand\n<!-- glance: checks -->\n<!-- end of results -->",
                "<!-- results: claims -->\nby hand\n<!-- results: checks -->\n<!-- end of results -->",
                "<!-- picture: requests-per-second of comparison -->\nby hand\n"
                        + "<!-- picture: context-switches of comparison -->\n<!-- end of picture -->"
            })
    void aPlaceThatDoesNotEndBeforeTheNextOneIsWrong(String page) {
        assertThatThrownBy(() -> pages.refresh("README.md", page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not end before the next one begins");
    }

    @Test
    void aSessionThatDoesNotEndBeforeTheNextOneIsWrong() {
        var sessions = new ClassSessions(COURSE);
        var plan =
                """
                <!-- session: whole 75 opening step01 -->
                by hand
                <!-- session: whole 75 step05 step06 -->
                <!-- end of session -->
                """;

        assertThatThrownBy(() -> sessions.refresh(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not end before the next one begins");
    }

    /// That they were, the stored result says; why, is written by hand, and has to be written anew with it.
    @Test
    void thePageOfAllResultsNamesTheClaimsThatWereRepeated() throws Exception {
        var page = Files.readString(COURSE.resolve("lab/results/README.md"));
        var aboutThem =
                page.substring(
                        page.indexOf("## Is this sentence true here?"),
                        page.indexOf("<!-- results: claims -->"));

        assertThat(new StoredResults(new ResultFiles(COURSE)).named("claims"))
                .isInstanceOfSatisfying(
                        ClaimsResult.class,
                        claims ->
                                assertThat(names(aboutThem)).isEqualTo(claims.repeated().keySet()));
    }

    private static Set<String> names(String text) {
        return CLAIM.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void theFirstPageIsReadAtOnce() throws Exception {
        assertThat(Files.size(COURSE.resolve("README.md"))).isLessThan(6_000);
    }
}
