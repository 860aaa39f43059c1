package eventloop.lab.study.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.exercise.Attempt.NotCompiled;
import eventloop.lab.study.exercise.Attempt.Tested;
import eventloop.lab.study.exercise.ExerciseText.Bug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a student's code does, it costs that try and nothing else.
class WorkshopTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    /// What stands in the starter where the student writes.
    private static final String STARTERS =
            "return arrivals.stream().map(arrival -> arrival + service).toList();";

    private static Exercise exercise;
    private static Workshop workshop;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        exercise = numbered("2.3");
        workshop = QuickWorkshop.open(COURSE, exercise, directory);
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @AfterEach
    void theNextTryIsJudgedAsEver() throws IOException {
        var solution = Files.readString(exercise.solution());
        assertThat(workshop.attempt(exercise, solution).isDone()).isTrue();
    }

    @Test
    void anEndlessLoopIsEndedAndItsLineNamed() throws IOException {
        var endless = tested(withSeconds(exercise, 3), "while (service > 0) {} return arrivals;");
        var red = endless.red().orElseThrow();
        assertThat(red.objection().isTimeUp()).isTrue();
        assertThat(red.objection().where()).startsWith("PaperPool.java:");
        assertThat(endless.unseen()).isPositive();
    }

    @Test
    void whatATestDoesBehindItsLastCheckIsEndedToo() throws IOException {
        var endless =
                """
                package eventloop.exercises.step04.lostwakeup;

                import org.junit.jupiter.api.AfterAll;
                import org.junit.jupiter.api.Test;

                class WakeUpTest {
                    @Test
                    void isRight() {}

                    @AfterAll
                    static void close() {
                        while (true) {
                            Thread.onSpinWait();
                        }
                    }
                }
                """;
        var attempt = (Tested) workshop.attempt(withSeconds(numbered("4.4"), 3), endless);

        var red = attempt.red().orElseThrow();
        assertThat(red.objection().isTimeUp()).isTrue();
        assertThat(red.objection().where()).startsWith("WakeUpTest.java:");
    }

    /// How many parts it has, nobody knows before it begins.
    @Test
    void aCheckWithParametersCountsAsOneUntilItBegins() throws IOException {
        var requestLine = numbered("1.1");
        var starter = new StudentFile(requestLine).starter();
        var solution = Files.readString(requestLine.solution());
        var wrong = requestLine.text().wrong().getFirst().put(solution);

        assertThat(((Tested) workshop.attempt(requestLine, starter)).unseen()).isEqualTo(1);
        assertThat(((Tested) workshop.attempt(requestLine, wrong)).unseen()).isNotNegative();
    }

    @Test
    void whatIsPrintedIsToldAlsoWithoutAnEndOfItsLine() throws IOException {
        var attempt = tested(exercise, "System.out.print(\"here\");" + solution());

        assertThat(attempt.printed()).last().isEqualTo("here");
    }

    @Test
    void systemExitIsTold() throws IOException {
        var red = red(exercise, "System.exit(3); return arrivals;");
        assertThat(red.objection().saw()).contains("System.exit");
        assertThat(red.objection().where()).startsWith("PaperPool.java:");
    }

    @Test
    void haltIsTold() throws IOException {
        var red = red(exercise, "Runtime.getRuntime().halt(3); return arrivals;");
        assertThat(red.objection().saw()).contains("ended by itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.ofPlatform().name(\"mine\").start(() -> { while (true) Thread.onSpinWait(); });",
                "java.util.concurrent.Executors.newFixedThreadPool(1, Thread.ofPlatform().name(\"mine\").factory())"
                        + ".execute(() -> {});"
            })
    void aThreadThatIsLeftRunningIsTold(String starting) throws IOException {
        var red = red(exercise, starting + solution());
        assertThat(red.check()).isEqualTo("nothing is left running");
        assertThat(red.objection().saw()).contains("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.nio.channels.ServerSocketChannel.open().bind(null);",
                "new java.net.ServerSocket(0);"
            })
    void aPortThatIsLeftOpenIsTold(String opening) throws IOException {
        var red =
                red(
                        exercise,
                        "try { %s }".formatted(opening)
                                + " catch (java.io.IOException failure) { throw new IllegalStateException(failure); }"
                                + solution());
        assertThat(red.objection().saw()).matches("port \\d+ is still open");
    }

    @Test
    void whatDoesNotCompileIsShownAsTheStudentsLine() throws IOException {
        var attempt = workshop.attempt(exercise, starter().replace(STARTERS, "return arrival;"));
        assertThat(attempt).isInstanceOf(NotCompiled.class);
        var mistakes = ((NotCompiled) attempt).mistakes();
        assertThat(mistakes.getFirst().code().strip()).isEqualTo("return arrival;");
        assertThat(mistakes.getFirst().words()).startsWith("there is no variable 'arrival' here");
    }

    @Test
    void whatIsNotUtf8DoesNotCompile(@TempDir Path other) throws IOException {
        var elsewhere = in(other, exercise);
        Files.createDirectories(elsewhere.yours().getParent());
        Files.write(elsewhere.yours(), new byte[] {'/', '/', (byte) 0xE4});

        var attempt = (NotCompiled) workshop.attempt(elsewhere);

        assertThat(attempt.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.words()).contains("UTF-8"));
    }

    @Test
    void aHiddenFileBesideItIsNotCompiled(@TempDir Path other) throws IOException {
        var elsewhere = in(other, exercise);
        for (var file : exercise.given()) {
            var copy = elsewhere.module().resolve(exercise.module().relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Files.createDirectories(elsewhere.yours().getParent());
        Files.write(elsewhere.yours().resolveSibling("._Other.java"), new byte[] {(byte) 0xE4});

        var attempt = workshop.attempt(elsewhere, Files.readString(exercise.solution()));

        assertThat(attempt.isDone()).isTrue();
    }

    @Test
    void aTestWithAnotherNameThanItsFileIsNotFoundToBeRight() throws IOException {
        var attempt = workshop.attempt(numbered("4.4"), "class Other {}");

        assertThat(attempt).isInstanceOf(NotCompiled.class);
        assertThat(((NotCompiled) attempt).mistakes())
                .singleElement()
                .satisfies(mistake ->
                        assertThat(mistake.words())
                                .endsWith(" eventloop.exercises.step04.lostwakeup.WakeUpTest"));
    }

    @Test
    void withoutItsTestsNothingIsDone(@TempDir Path other) throws IOException {
        var solution = Files.readString(exercise.solution());

        var attempt = workshop.attempt(in(other, exercise), solution);

        assertThat(attempt.isDone()).isFalse();
        assertThat(((Tested) attempt).red().orElseThrow().objection().why())
                .contains("git checkout");
    }

    /// A place that is not there: as if the student had changed that file.
    @Test
    void aBugThatDoesNotFitIsNotTold() throws IOException {
        var hunt = numbered("4.4");
        var bug = hunt.text().bugs().getFirst();
        var elsewhere = new Bug(bug.name(), bug.in(), "not there", bug.with(), bug.clue());

        var attempt =
                (Tested)
                        workshop.attempt(
                                withBugs(hunt, List.of(elsewhere)),
                                Files.readString(hunt.solution()));

        var objection = attempt.red().orElseThrow().objection();
        assertThat(objection.expected()).isEqualTo("the course's own " + bug.in());
        assertThat(objection.toString()).doesNotContain(bug.name());
    }

    @Test
    void aHuntWithoutATestIsNotBegun() throws IOException {
        var empty = "package eventloop.exercises.step04.lostwakeup;\nclass WakeUpTest {}";

        var attempt = (Tested) workshop.attempt(numbered("4.4"), empty);

        assertThat(attempt.red().orElseThrow().objection().why()).contains("@Test");
    }

    @Test
    void memoryThatRunsOutIsTold() throws IOException {
        var red =
                red(
                        exercise,
                        "var all = new java.util.ArrayList<byte[]>();"
                                + " while (service > 0) { all.add(new byte[1 << 26]); } return arrivals;");
        assertThat(red.objection().saw()).contains("OutOfMemoryError");
    }

    @Test
    void anArchiveOfJarsThatHaveChangedIsMadeAnew(@TempDir Path directory) throws IOException {
        var stale = Files.writeString(directory.resolve("tests.jsa"), "of another jar");
        Files.setLastModifiedTime(stale, FileTime.fromMillis(0));

        QuickWorkshop.open(COURSE, exercise, directory).close();

        assertThat(Files.size(stale)).isGreaterThan(1 << 20);
    }

    private static String starter() throws IOException {
        return new StudentFile(exercise).starter();
    }

    private static String solution() throws IOException {
        return String.join("\n", Cut.regions(Files.readString(exercise.solution())));
    }

    private static Exercise numbered(String number) throws IOException {
        return Exercises.in(COURSE).numbered(number).orElseThrow();
    }

    private static Exercise in(Path course, Exercise exercise) {
        return new Exercise(exercise.text(), course.resolve("exercises"), exercise.folder());
    }

    private static Exercise withSeconds(Exercise exercise, int seconds) {
        return with(exercise, Optional.of(seconds), exercise.text().bugs());
    }

    private static Exercise withBugs(Exercise exercise, List<Bug> bugs) {
        return with(exercise, exercise.text().seconds(), bugs);
    }

    private static Exercise with(Exercise exercise, Optional<Integer> seconds, List<Bug> bugs) {
        var text = exercise.text();
        return new Exercise(
                new ExerciseText(
                        text.number(),
                        text.title(),
                        text.stars(),
                        text.minutes(),
                        text.file(),
                        text.red(),
                        text.saw(),
                        text.hints(),
                        text.explanation(),
                        text.question(),
                        seconds,
                        text.predict(),
                        bugs,
                        text.wrong()),
                exercise.module(),
                exercise.folder());
    }

    private static Attempt.Red red(Exercise exercise, String code) throws IOException {
        return tested(exercise, code).red().orElseThrow();
    }

    private static Tested tested(Exercise exercise, String code) throws IOException {
        var attempt = workshop.attempt(exercise, starter().replace(STARTERS, code));
        assertThat(attempt).isInstanceOf(Tested.class);
        return (Tested) attempt;
    }
}
