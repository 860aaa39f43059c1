package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eventloop.lab.show.lesson.LessonPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What lessons and exercises tell a student to type is understood. What comes of it, where a lesson shows that, is held
/// by `RecordedRunsTest`.
class CommandsInTextsTest {
    private static final Path COURSE = Path.of("..");

    /// Up to the end of a line or of inline code, or to what is said beside it.
    private static final Pattern COMMAND =
            Pattern.compile("\\./course ([a-z][^`\\n]*?)(?= {2,}|[`\\n])");

    /// Of a command, whatever its end looks like.
    private static final Pattern BEGINNING = Pattern.compile("\\./course [a-z]");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /// For these the launcher itself sees to the arguments.
    private static final Set<String> OF_THE_LAUNCHER = Set.of("run", "test");

    static Stream<Path> texts() throws IOException {
        try (var exercises = Files.walk(COURSE.resolve("exercises/src/main/java"))) {
            return Stream.concat(
                    LessonPages.in(COURSE).stream(),
                    exercises.filter(file -> file.endsWith("README.md")))
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreCommands() throws Exception {
        assertThat(texts()).flatMap(CommandsInTextsTest::commands).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyCommandIsUnderstood(Path text) throws Exception {
        var course = Course.commandLine();

        assertThat(commands(text)).hasSize(beginnings(text));
        commands(text).stream()
                .filter(command -> !OF_THE_LAUNCHER.contains(words(command)[0]))
                .forEach(command ->
                        assertThatCode(() -> course.parseArgs(words(command)))
                                .as("./course %s", command)
                                .doesNotThrowAnyException());
    }

    private static List<String> commands(Path text) throws IOException {
        return COMMAND.matcher(Files.readString(text))
                .results()
                .map(command -> command.group(1))
                .toList();
    }

    private static int beginnings(Path text) throws IOException {
        return (int) BEGINNING.matcher(Files.readString(text)).results().count();
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }
}
