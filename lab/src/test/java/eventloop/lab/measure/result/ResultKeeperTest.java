package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultKeeperTest {
    @TempDir private Path course;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void whatIsJudgedTakesThePlaceOfWhatWasMeasured() throws Exception {
        keeper().keep(List.of(1, 2), _ -> List.of(3), List::toString);

        assertThat(kept()).isEqualTo(List.of(3));
        assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("[3]");
    }

    @Test
    void aResultThatCannotBeShownIsKept() throws Exception {
        assertThatThrownBy(() ->
                        keeper().keep(
                                        List.of(1, 2),
                                        (List<Integer> _) -> {
                                            throw new IllegalStateException("a fault");
                                        }))
                .hasMessage("a fault");
        assertThat(kept()).isEqualTo(List.of(1, 2));
        assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("kept in ");
    }

    @Test
    void aResultThatCannotBeJudgedIsKept() throws Exception {
        UnaryOperator<List<Integer>> judged =
                _ -> {
                    throw new IllegalStateException("a fault");
                };

        assertThatThrownBy(() -> keeper().keep(List.of(1, 2), judged, List::toString))
                .hasMessage("a fault");
        assertThat(kept()).isEqualTo(List.of(1, 2));
        assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("kept in ");
    }

    /// The measuring took hours, and the disk is full.
    @Test
    void aResultThatCannotBeWrittenIsShown() throws Exception {
        Files.writeString(course.resolve("runs"), "no folder");

        assertThatThrownBy(() -> keeper().keep(List.of(1, 2), List::toString))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the result cannot be kept");
        assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("[1, 2]");
    }

    private ResultKeeper<List<Integer>> keeper() {
        return new ResultKeeper<>(
                "numbers",
                new ResultFiles(course),
                Optional.empty(),
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                (_, _) -> Optional.empty());
    }

    private List<?> kept() throws Exception {
        try (var files = Files.walk(course)) {
            var file =
                    files.filter(path -> path.endsWith("numbers.json")).findFirst().orElseThrow();
            return Json.read(Files.readString(file), List.class);
        }
    }
}
