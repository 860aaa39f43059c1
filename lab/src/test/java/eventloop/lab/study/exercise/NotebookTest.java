package eventloop.lab.study.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a student has done is never lost.
class NotebookTest {
    @TempDir private Path course;
    private Notebook notebook;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(course.resolve("exercises"));
        notebook = Notebook.in(course);
    }

    @Test
    void whatIsNotedIsThereTheNextTime() throws IOException {
        notebook.note(exercise("3.1"), standing -> standing.tried(Optional.of("a check")));
        notebook.note(exercise("3.1"), standing -> standing.withHints(2).tried(Optional.empty()));

        var standing = Notebook.in(course).read().of(exercise("3.1"));
        assertThat(standing.tries()).isEqualTo(2);
        assertThat(standing.hints()).isEqualTo(2);
        assertThat(standing.done()).isTrue();
        assertThat(standing.lastRed()).isEmpty();
    }

    @Test
    void whatIsDoneStaysDone() throws IOException {
        notebook.note(exercise("3.1"), standing -> standing.tried(Optional.empty()));
        notebook.note(exercise("3.1"), standing -> standing.tried(Optional.of("a check")));

        assertThat(notebook.read().of(exercise("3.1")).done()).isTrue();
    }

    @Test
    void aFileThatCannotBeUnderstoodIsPutAside() throws IOException {
        Files.writeString(notebook.file(), "{ this was edited by hand");

        var aside = notebook.putAsideIfBroken();

        assertThat(aside).get().satisfies(it -> assertThat(it).content().contains("by hand"));
        assertThat(notebook.read().exercises()).isEmpty();
        assertThat(notebook.putAsideIfBroken()).isEmpty();
    }

    @Test
    void norIsItLostWhenAGuessIsNoted() throws IOException {
        Files.writeString(notebook.file(), "{ this was edited by hand");

        notebook.note(new Guessed("step 1, /", "ms", 5, OptionalDouble.empty(), Instant.EPOCH));

        try (var files = Files.list(notebook.file().getParent())) {
            assertThat(files)
                    .filteredOn(file -> file.getFileName().toString().contains(".broken-"))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside).content().contains("by hand"));
        }
        assertThat(notebook.read().guesses()).hasSize(1);
    }

    @Test
    void aFileInAnotherEncodingIsPutAsideToo() throws IOException {
        Files.write(notebook.file(), new byte[] {'"', (byte) 0xE4, '"'});

        assertThat(notebook.read().exercises()).isEmpty();
        assertThat(notebook.putAsideIfBroken()).isPresent();
    }

    /// A directory is no more readable than the file of somebody else.
    @Test
    void whatCannotBeReadStaysWhereItIs() throws IOException {
        Files.createDirectory(notebook.file());

        assertThatThrownBy(notebook::putAsideIfBroken).isInstanceOf(IOException.class);
        assertThat(notebook.file()).isDirectory();
    }

    @Test
    void nothingIsLeftBesideIt() throws IOException {
        notebook.noteStudent("Kim");

        assertThat(notebook.file().getParent())
                .isDirectoryNotContaining("glob:**.{new,fresh}")
                .isDirectoryContaining("glob:**progress.json");
    }

    @Test
    void threeTriesShowTheSolution() {
        var standing = Standing.NONE;
        for (int i = 0; i < 2; i++) {
            standing = standing.tried(Optional.of("a check"));
        }
        assertThat(standing.maySeeSolution()).isFalse();
        assertThat(standing.tried(Optional.of("a check")).maySeeSolution()).isTrue();
    }

    private Exercise exercise(String number) {
        var text =
                new ExerciseText(
                        number,
                        "An exercise",
                        1,
                        15,
                        "Yours.java",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of());
        return new Exercise(text, course.resolve("exercises"), Path.of("eventloop/exercises"));
    }
}
