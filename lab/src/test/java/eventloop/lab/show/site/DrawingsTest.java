package eventloop.lab.show.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A drawing is told in words to those who do not see it, and is crisp at every size, in the light and in the dark.
class DrawingsTest {
    private static final Path DRAWINGS = Path.of("site/drawings");

    static List<Path> drawings() throws IOException {
        try (Stream<Path> files = Files.list(DRAWINGS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void isToldInWordsAndHasTwoModes(Path drawing) throws Exception {
        var svg = Jsoup.parse(Files.readString(drawing), Parser.xmlParser()).selectFirst("svg");

        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.attr("aria-labelledby").split(" "))
                .allSatisfy(id -> assertThat(svg.getElementById(id).text()).isNotBlank());
        assertThat(svg.select("> title, > desc")).hasSize(2);
        assertThat(svg.hasAttr("viewBox")).isTrue();
        assertThat(svg.select("image")).isEmpty();
        assertThat(svg.select("style").html()).contains("(prefers-color-scheme: dark)");
    }

    /// Or what is meant for a light page may stand on a dark one: some browsers draw a picture as the system has it, or
    /// light, whatever its page does.
    @ParameterizedTest
    @MethodSource("drawings")
    void bringsItsPaper(Path drawing) throws Exception {
        var svg = Jsoup.parse(Files.readString(drawing), Parser.xmlParser()).selectFirst("svg");
        var paper = svg.select("> rect.paper");

        assertThat(paper).hasSize(1);
        assertThat(svg.attr("viewBox").split(" "))
                .endsWith(paper.attr("width"), paper.attr("height"));
    }
}
