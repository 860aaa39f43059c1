package eventloop.lab.show.site;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.site.CourseSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages that the servers serve, as they lie there.
class CourseSiteLinksTest {
    private static final Path SITE = CourseSite.in(Path.of(".."));

    static Stream<Path> pages() throws IOException {
        try (var files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyWayOfAPageLeadsSomewhere(Path page) throws Exception {
        assertThat(ways(page)).isNotEmpty();
        for (var way : ways(page)) {
            var file = page.resolveSibling(way.replaceFirst("#.*", "")).normalize();
            var target = way.startsWith("#") ? page : file;
            assertThat(target).as(way).isRegularFile();
            if (way.contains("#")) {
                assertThat(Anchors.of(Files.readString(target)))
                        .as(way)
                        .contains(way.substring(way.indexOf('#') + 1));
            }
        }
    }

    private static List<String> ways(Path page) throws IOException {
        return Stream.of("href", "src")
                .flatMap(name -> parsed(page).select("[" + name + "]").eachAttr(name).stream())
                .filter(way -> !way.contains("://"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyDrawingHasWordsForWhoCannotSeeIt(Path page) {
        assertThat(parsed(page).select("img"))
                .allSatisfy(image -> assertThat(image.attr("alt")).hasSizeGreaterThan(10));
    }

    @Test
    void thereAreDrawings() throws Exception {
        assertThat(pages()).anyMatch(page -> !parsed(page).select("img").isEmpty());
    }

    /// Beside the plain text there is nothing that a browser has to fetch from elsewhere.
    @ParameterizedTest
    @MethodSource("pages")
    void aPageNeedsNobodyElsesServer(Path page) {
        assertThat(parsed(page).select("link[href*=//], script[src*=//], img[src*=//]")).isEmpty();
    }

    private static Document parsed(Path page) {
        try {
            return Jsoup.parse(Files.readString(page));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
