package eventloop.lab.show.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.claims.Claim;
import eventloop.lab.study.claims.Ledger;
import eventloop.lab.study.vast.CrowdClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A sentence of a lesson about performance names the claim that puts it to the test.
class BackedSentencesTest {
    private static final Path COURSE = Path.of("..");
    private static final Path LEDGER = COURSE.resolve("lab/claims.yaml");

    /// Shown where it is used, or linked.
    private static final Pattern NAMED =
            Pattern.compile(
                    "<!-- claim: ([A-Z]\\d+) -->|\\[([A-Z]\\d+)]\\(\\.\\./lab/claims\\.yaml\\)");

    private static final Pattern COMPARES =
            Pattern.compile("\\b(fast|slow|quick|cheap)(er|est)\\b|\\b(sooner|cheap)\\b");

    /// By a claim or a recorded run that stands there, or by a claim's name.
    private static final Pattern BACKED =
            Pattern.compile("<!-- (claim|console): |\\b[CNSV]\\d\\d\\b");

    private static final Pattern CODE = Pattern.compile("```java.*?```", Pattern.DOTALL);

    static Stream<Path> pages() throws IOException {
        return Stream.concat(lessons(), Stream.of(COURSE.resolve("VIRTUAL-THREADS.md")));
    }

    static Stream<Path> lessons() throws IOException {
        try (var entries = Files.list(COURSE)) {
            return entries
                    .filter(entry -> entry.getFileName().toString().startsWith("step"))
                    .map(step -> step.resolve("README.md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyClaimThatALessonNamesIsInTheLedger(Path page) throws Exception {
        assertThat(named(page)).isNotEmpty().allSatisfy(name -> assertThat(ids()).contains(name));
    }

    /// A claim about one step's server belongs into that step's lesson, and one about virtual threads onto theirs.
    @Test
    void everyClaimThatIsMadeByDefaultIsNamedByALesson() throws Exception {
        var named = pages().flatMap(BackedSentencesTest::named);
        var byDefault = Ledger.read(LEDGER).named(List.of()).stream().map(Claim::id);
        var ofCrowds = CrowdClaim.read(LEDGER).stream().map(CrowdClaim::id);

        assertThat(named).containsAll(Stream.concat(byDefault, ofCrowds).toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whereSpeedIsComparedItIsBacked(Path page) throws Exception {
        var text = CODE.matcher(Files.readString(page)).replaceAll("");

        assertThat(text.split("(?m)^(?=##)"))
                .filteredOn(section -> COMPARES.matcher(section).find())
                .allSatisfy(section -> assertThat(section).containsPattern(BACKED));
    }

    @Test
    void thereAreSevenLessons() throws Exception {
        assertThat(lessons())
                .map(page -> page.getParent().getFileName().toString().substring(0, 6))
                .isEqualTo(IntStream.rangeClosed(1, 7).mapToObj(n -> "step0" + n).toList());
    }

    private static List<String> ids() throws IOException {
        return Stream.concat(
                        Ledger.read(LEDGER).claims().stream().map(Claim::id),
                        CrowdClaim.read(LEDGER).stream().map(CrowdClaim::id))
                .toList();
    }

    private static Stream<String> named(Path page) {
        try {
            return NAMED.matcher(Files.readString(page))
                    .results()
                    .map(name -> name.group(1) == null ? name.group(2) : name.group(1));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
