package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What the course's texts tell somebody to type is understood, by the command or by the step's server. What comes of
/// it, where a lesson shows that, is held by `RecordedRunsTest`.
class CommandsInTextsTest {
    private static final Path COURSE = Path.of("..");

    /// Up to the end of a line, of inline code or of a parenthesis, or to what is said beside it or behind a colon.
    private static final Pattern COMMAND =
            Pattern.compile("\\./course ([a-z][^`\\n]*?)(?= {2,}|: |[`)\\n])");

    /// Of a command, whatever its end looks like.
    private static final Pattern BEGINNING = Pattern.compile("\\./course [a-z]");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /// Where what is built, fetched or measured lies, and not what is told.
    private static final Set<String> NO_TEXTS =
            Set.of("target", "node_modules", "results", "runs", ".git");

    private static final CommandLine COMMANDS = Course.commandLine();

    private static StepOptions steps;

    @BeforeAll
    static void askTheServers() throws Exception {
        steps = StepOptions.in(COURSE);
    }

    /// Lessons, exercises, pages of the lab, slides.
    static List<Path> texts() throws IOException {
        var texts = new ArrayList<Path>();
        Files.walkFileTree(
                COURSE,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) {
                        return NO_TEXTS.contains(directory.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".md") || file.toString().endsWith(".adoc")) {
                            texts.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return texts;
    }

    @Test
    void thereAreCommands() throws Exception {
        assertThat(texts())
                .extracting(text -> text.getFileName().toString())
                .contains("README.md", "PERFORMANCE.md", "teaching.md", "step03.adoc");
        assertThat(texts()).flatMap(CommandsInTextsTest::commands).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyCommandIsUnderstood(Path text) throws Exception {
        assertThat(commands(text)).hasSize(beginnings(text));
        assertThat(commands(text))
                .allSatisfy(command ->
                        assertThatCode(() -> understand(words(command)))
                                .as("./course %s", command)
                                .doesNotThrowAnyException());
    }

    @Test
    void thePageOfTheLabListsAllThatMeasuresSomethingToBeStored() throws Exception {
        assertThat(commands(COURSE.resolve("lab/README.md")))
                .extracting(command -> words(command)[0])
                .containsAll(storing());
    }

    private static List<String> storing() {
        return COMMANDS.getSubcommands().entrySet().stream()
                .filter(command -> command.getValue().getCommandSpec().findOption("--save") != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Who has renamed an option has to hear of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run 3 --cache 1m",
                "run 6 --cachepolicy fifo",
                "run 5 --workers",
                "run 1 --slow-disc a=1",
                "claims --guess"
            })
    void whatNobodyUnderstandsIsFound(String command) {
        assertThatThrownBy(() -> understand(words(command)))
                .isInstanceOf(CommandLine.ParameterException.class);
    }

    private static void understand(String... words) {
        switch (words[0]) {
            case "run" -> run(List.of(words).subList(1, words.length));
            // Maven gets what stands behind it.
            case "test" -> {}
            default -> COMMANDS.parseArgs(words);
        }
    }

    /// The launcher takes the exercise, and the server what is left.
    private static void run(List<String> words) {
        if (!words.isEmpty()) {
            boolean isExercise = words.size() > 2 && words.get(1).equals("--exercise");
            var options = words.subList(isExercise ? 3 : 1, words.size());
            steps.parse(words.getFirst(), options.toArray(String[]::new));
        }
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
