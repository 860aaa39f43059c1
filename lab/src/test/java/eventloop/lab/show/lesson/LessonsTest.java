package eventloop.lab.show.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.result.ResultFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lessons of this course. That nothing in them is stale is held by `CoursePagesTest`.
class LessonsTest {
    private static final Path COURSE = Path.of("..");
    private static final Path PAGE = COURSE.resolve("step03-selector/README.md");

    private static final Pattern SHOWN_BY_LESSON = Pattern.compile("<!-- code: (\\S+) -->");
    private static final Pattern SHOWN_BY_SLIDE =
            Pattern.compile("include::\\{(\\w+)}/(\\w+)\\.java\\[tag=([\\w-]+)");

    @Test
    void aClaimIsShownWithItsSentenceRatioVerdictAndCommand() throws Exception {
        assertThat(refresh("<!-- claim: C01 -->\n<!-- end of claim -->\n"))
                .contains("> **C01** On the same hardware, the I/O model decides")
                .containsPattern("requests/s: step03 [\\d,.]+ requests/s; step01 ")
                .containsPattern("ratio [\\d.]+ \\([\\d.]+ to [\\d.]+\\)\\. \\*\\*holds\\*\\*: ")
                .contains("Repeat it: `./course claims C01`");
    }

    @Test
    void codeIsShownAsItIs() throws Exception {
        assertThat(refresh("<!-- code: selector/Main#main -->\n<!-- end of code -->\n"))
                .contains("LoopServer.start(");
    }

    @Test
    void theExercisesOfAStepAreListed() throws Exception {
        assertThat(refresh("<!-- exercises: step05 -->\n<!-- end of exercises -->\n"))
                .contains("`./course exercise 5.1`", "★")
                .doesNotContain("`./course exercise 4.1`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code: selector/Main#nothing", "claim: C99"})
    void whatThereIsNotCannotBeShown(String place) {
        var kind = place.replaceFirst(":.*", "");

        assertThatThrownBy(
                        () -> refresh("<!-- %s -->\n<!-- end of %s -->\n".formatted(place, kind)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no ");
    }

    /// A region that nobody shows is a promise to a reader of the code that nobody keeps.
    @Test
    void everyRegionIsShownByALessonOrASlide() throws Exception {
        assertThat(CodeRegions.in(COURSE).names())
                .isSubsetOf(Stream.concat(shownByLessons(), shownBySlides()).toList());
    }

    private static Stream<String> shownByLessons() throws IOException {
        return matches(LessonPages.in(COURSE).stream(), SHOWN_BY_LESSON)
                .map(place -> place.group(1));
    }

    private static Stream<String> shownBySlides() throws IOException {
        try (var parts = Files.list(COURSE.resolve("slides/src/deck"))) {
            return matches(parts.filter(Files::isRegularFile).toList().stream(), SHOWN_BY_SLIDE)
                    .map(place ->
                            "%s/%s#%s".formatted(place.group(1), place.group(2), place.group(3)));
        }
    }

    private static Stream<MatchResult> matches(Stream<Path> files, Pattern pattern) {
        return files.flatMap(file -> pattern.matcher(read(file)).results());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String refresh(String text) throws Exception {
        return Lessons.of(new ResultFiles(COURSE)).blocks().refresh(PAGE, text);
    }
}
