package eventloop.lab.show.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.server.FailedBuildException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Of a made-up course, with programs in Maven's place.
@DisabledOnOs(OS.WINDOWS)
class SlideDeckTest {
    private static final String SLIDES = "slides/src/deck/index.adoc";
    private static final String PAGE = "slides/target/deck/index.html";
    private static final String MAKES_A_DECK =
            "mkdir -p slides/target/deck; cp %s %s".formatted(SLIDES, PAGE);

    @TempDir private Path course;
    private SlideDeck deck;

    @BeforeEach
    void makeCourse() throws Exception {
        for (var place :
                List.of(
                        "step01-blocking/src/main/java",
                        "exercises/src/main/java",
                        "lab/site/drawings",
                        "lab/results/pictures",
                        "lab/results/screens")) {
            Files.createDirectories(course.resolve(place));
        }
        write("slides/pom.xml", "");
        write("lab/site/favicon.svg", "");
        write(SLIDES, "slides");
        deck = new SlideDeck(course);
    }

    @Test
    void isStaleUntilItIsBuiltAndWhenASlideIsAnother() throws Exception {
        assertThat(deck.isStale()).isTrue();
        deck.build(maven(MAKES_A_DECK));
        assertThat(deck.isStale()).isFalse();

        write(SLIDES, "other slides");
        assertThat(deck.isStale()).isTrue();
    }

    /// What refers to nothing fails the build when the page is written.
    @Test
    void thePageOfABuildThatHasFailedIsStaleWhenItsMistakeIsUndone() throws Exception {
        deck.build(maven(MAKES_A_DECK));

        write(SLIDES, "a mistake");
        assertThatThrownBy(() -> deck.build(maven(MAKES_A_DECK + "; exit 1")))
                .isInstanceOf(FailedBuildException.class);
        write(SLIDES, "slides");

        assertThat(deck.isStale()).isTrue();
    }

    /// The tests of the slides have it built as well.
    @Test
    void aPageThatSomebodyElseHasBuiltOfOtherSlidesIsStale() throws Exception {
        deck.build(maven(MAKES_A_DECK));

        write(PAGE, "other slides");

        assertThat(deck.isStale()).isTrue();
    }

    private void write(String name, String text) throws IOException {
        var file = course.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String maven(String does) throws IOException {
        var program = Files.writeString(course.resolve("mvn"), "#!/bin/sh\n" + does + "\n");
        program.toFile().setExecutable(true);
        return program.toString();
    }
}
