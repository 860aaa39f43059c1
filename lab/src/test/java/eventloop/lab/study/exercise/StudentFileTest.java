package eventloop.lab.study.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a student has written is not lost by beginning anew.
class StudentFileTest {
    @TempDir private Path course;
    private Exercise exercise;
    private StudentFile file;

    @BeforeEach
    void copyTheSolution() throws IOException {
        var original = Exercises.in(Path.of("..")).numbered("2.3").orElseThrow();
        exercise = new Exercise(original.text(), course.resolve("exercises"), original.folder());
        Files.createDirectories(exercise.solution().getParent());
        Files.copy(original.solution(), exercise.solution());
        file = new StudentFile(exercise);
    }

    @Test
    void whoHasNothingYetGetsTheStarter() throws Exception {
        assertThat(file.reset()).isEmpty();

        assertThat(exercise.yours()).hasContent(file.starter());
        assertThat(file.isUntouched()).isTrue();
    }

    @Test
    void whatWasWrittenIsKept() throws Exception {
        file.reset();
        Files.writeString(exercise.yours(), "my own");
        assertThat(file.isUntouched()).isFalse();

        var kept = file.reset();

        assertThat(kept).get().satisfies(it -> assertThat(it).hasContent("my own"));
        assertThat(exercise.yours()).hasContent(file.starter());
    }

    @Test
    void theFirstLineInAnotherEncodingIsFound() throws Exception {
        file.reset();
        assertThat(file.mistakenEncoding()).isEmpty();
        Files.writeString(
                exercise.yours(), "class A {}\n  // größer\n", StandardCharsets.ISO_8859_1);

        assertThat(file.isUntouched()).isFalse();
        var mistake = file.mistakenEncoding().orElseThrow();
        assertThat(mistake.line()).isEqualTo(2);
        assertThat(mistake.column()).isEqualTo("  // gr".length() + 1);
        assertThat(mistake.code()).isEqualTo("  // gr\uFFFD\uFFFDer");
        assertThat(mistake.words()).contains("not UTF-8");
    }

    /// So many that some of them fall into one second.
    @Test
    void whatWasWrittenSoonAfterwardsIsKeptBesideIt() throws Exception {
        var written = Stream.iterate(1, next -> next + 1).limit(10).map(it -> "try " + it).toList();
        for (var content : written) {
            Files.createDirectories(exercise.yours().getParent());
            Files.writeString(exercise.yours(), content);
            file.reset();
        }

        try (var kept = Files.list(course.resolve("exercises/kept"))) {
            assertThat(kept)
                    .extracting(Files::readString)
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }
}
