package eventloop.lab.show.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final String LESSON =
            """
            # Step 3: one thread

            [Step 2](../step02-pool) · [Contents](../COURSE.md) · [Step 4](../step04-queue)

            One thread serves **all**.

            <!-- console: one -->

            ```console
            1$ ./course run 3
            listening on <here>
            ```

            <!-- end of console -->

            ![A loop](../lab/site/drawings/loop.svg)

            ## The code

            See [`Loop`](src/Loop.java), [step 2](../step02-pool/README.md#why) and [nginx](https://nginx.org/).

            ```java
            select();
            ```

            [`Selector.java`](src/Selector.java)

            It is called by [the selector](src/Selector.java).

            | word | Korean |
            |---|---|
            | event loop | 이벤트 루프 |

            ## Self-check
            """;

    @TempDir private Path course;
    private final Map<Path, String> texts = new LinkedHashMap<>();

    @BeforeEach
    void thereIsACourse() throws Exception {
        text("COURSE.md", "# The course\n\nHello.\n");
        text("step02-pool/README.md", "# Step 2: a pool\n\n## Why\n");
        text("step03-loop/README.md", LESSON);
        text("step04-queue/README.md", "# Step 4: a queue\n");
        text("GLOSSARY.md", "# Glossary: English and Korean\n");
        write("step03-loop/src/Loop.java", "");
        write("step03-loop/src/Selector.java", "");
        write("lab/site/drawings/loop.svg", "<svg/>");
    }

    private void text(String name, String text) throws IOException {
        write(name, text);
        texts.put(course.resolve(name), text);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(course.resolve(name).getParent());
        Files.writeString(course.resolve(name), text);
    }

    @Test
    void everyTextHasAPage() {
        assertThat(new Site(course).pages(texts).keySet())
                .map(course.resolve("lab/site")::relativize)
                .map(Path::toString)
                .containsExactly(
                        "index.html",
                        "steps/step02.html",
                        "steps/step03.html",
                        "steps/step04.html",
                        "glossary.html");
    }

    @Test
    void aPageHasItsTitleAndItsContents() {
        assertThat(page().title()).isEqualTo("Step 3: one thread");
        assertThat(page().select("meta[name=description]").attr("content"))
                .isEqualTo("One thread serves all.");
        assertThat(page().select("nav.contents a").eachAttr("href"))
                .containsExactly("#the-code", "#self-check");
        assertThat(page().select("h2").eachAttr("id")).containsExactly("the-code", "self-check");
    }

    @Test
    void thePagesAroundAreReachedFromIt() {
        assertThat(page().select("[rel=prev]").attr("href")).isEqualTo("../steps/step02.html");
        assertThat(page().select("[rel=next]").text()).isEqualTo("Step 4: a queue");
        assertThat(page().select("[aria-current=page]").text()).isEqualTo("3");
        assertThat(page().select("nav[aria-label=Steps] a").eachText())
                .containsExactly("2", "3", "4");
        assertThat(page().select("nav[aria-label=More] a").eachText()).containsExactly("Glossary");
        assertThat(page().select("main").text()).doesNotContain("Contents");
    }

    @Test
    void linksLeadToPagesAndDrawingsOfTheSite() {
        assertThat(page().select("main a").eachAttr("href"))
                .contains("../steps/step02.html#why", "https://nginx.org/");
        assertThat(page().select("main img").attr("src")).isEqualTo("../drawings/loop.svg");
        assertThat(page().select("main img").attr("alt")).isEqualTo("A loop");
    }

    /// Who has no mouse, and who reads on paper, is to find it, too.
    @Test
    void aFileThatTheSiteDoesNotServeIsNamedByItsPathAtTheEnd() {
        var link = page().select("main a:contains(Loop)").first();

        assertThat(link.attr("href")).isEqualTo("#file-1");
        assertThat(page().select(".files #file-1").text()).isEqualTo("step03-loop/src/Loop.java");
    }

    @Test
    void aPageThatNamesNoFileHasNoListOfThem() {
        var glossary = new Site(course).pages(texts).get(course.resolve("lab/site/glossary.html"));

        assertThat(Jsoup.parse(glossary).select(".files")).isEmpty();
    }

    @Test
    void aSourceOfWhichAPartIsShownIsReachedThere() {
        assertThat(page().select("#code-Selector").text())
                .isEqualTo("step03-loop/src/Selector.java");
        assertThat(page().select("main a[href=#code-Selector]").text()).isEqualTo("the selector");
    }

    @Test
    void whatIsTypedStandsOutFromWhatComesOfIt() {
        assertThat(page().select("pre.console kbd").text()).isEqualTo("./course run 3");
        assertThat(page().select("pre.console").text())
                .isEqualTo("1$ ./course run 3\nlistening on <here>");
        assertThat(page().select("pre").attr("tabindex")).isEqualTo("0");
    }

    @Test
    void koreanWordsSayThatTheyAre() {
        assertThat(page().select("[lang=ko]").text()).isEqualTo("이벤트 루프");
        assertThat(page().select("div.table[tabindex=0] table")).hasSize(1);
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() throws Exception {
        text("GLOSSARY.md", "# Glossary\n\nSee [gone](step09).\n");

        assertThatThrownBy(() -> new Site(course).pages(texts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GLOSSARY.md links to step09, which there is not");
    }

    private Document page() {
        return Jsoup.parse(
                new Site(course).pages(texts).get(course.resolve("lab/site/steps/step03.html")));
    }
}
