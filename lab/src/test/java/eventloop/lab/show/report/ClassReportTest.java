package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Pair;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.exercise.ExerciseText;
import eventloop.lab.study.exercise.ExerciseText.Predict;
import eventloop.lab.study.exercise.Guessed;
import eventloop.lab.study.exercise.Standing;
import eventloop.lab.study.exercise.WorkingTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassReportTest {
    private static final List<ExerciseText> TEXTS = List.of(interest(Optional.empty()));

    @TempDir private Path directory;

    @Test
    void everyMachineIsInTheTable() throws Exception {
        var page = page(machine("ara", claim(Verdict.HOLDS, 3)), machine("bit", comparison(1)));

        assertThat(page.select("#machines tbody th").eachText()).containsExactly("ara", "bit");
        assertThat(page.select("#machines td").eachText()).contains("claims", "comparison");
    }

    @Test
    void verdictsAreCountedAndRatiosSpreadOverMachines() throws Exception {
        var page =
                page(
                        machine("ara", claim(Verdict.HOLDS, 3)),
                        machine("bit", claim(Verdict.HOLDS, 8)),
                        machine("choi", claim(Verdict.DOES_NOT_HOLD, 1.2)));

        assertThat(page.select("#claims svg text").eachText())
                .contains("C01", "holds on 2", "does not hold on 1");
        assertThat(page.select("#claims svg .marker")).hasSize(3);
        assertThat(page.select("#claims tbody td").eachText())
                .contains("2", "1", "0", "3.00 (1.20 to 8.00)", "choi");
    }

    @Test
    void stepsAreSetBesideStepOneOfTheSameMachine() throws Exception {
        var page = page(machine("ara", comparison(1.5)), machine("bit", comparison(2)));

        var row = page.select("#relative-requests tr:has(th:contains(step03-selector))").first();
        assertThat(row.select("td").eachText()).containsExactly("2", "1.50", "1.75", "2.00");
    }

    @Test
    void stepsAreSetBesideNodeWhereNobodyHasTimedStepOne() throws Exception {
        var comparison = Examples.comparison(List.of("step07-zerocopy", "node"), List.of(1000));

        assertThat(page(machine("ara", comparison)).select("#relative-mean h2").text())
                .contains("beside node");
    }

    @Test
    void theAnswerCountsMachinesThatHaveMeasured() throws Exception {
        var page =
                page(
                        machine("ara", comparison(1, 5)),
                        machine("bit", claim(Verdict.HOLDS, 3)),
                        machine("choi", comparison(1)));

        assertThat(page.select("p.answer").text()).isEqualTo("On 1 of 1 machine.");
        assertThat(page.select(".sentences li").eachText())
                .containsExactly("Too few rounds on choi.", "Not measured on bit.");
        assertThat(page.select("#node svg text").eachText()).contains("ara").doesNotContain("bit");
    }

    @Test
    void whereTheAnswerIsNoTheColourSaysSo() throws Exception {
        var measurements = new ArrayList<Measurement>();
        for (int round = 1; round <= 5; round++) {
            measurements.add(Examples.timed("step03-selector", 1000, round, 4, 10_000));
            measurements.add(Examples.timed("node", 1000, round, 1, 10_000));
        }

        var page = page(machine("ara", Examples.comparison(measurements)));

        assertThat(page.select("#node svg .does-not-hold").text()).contains("ara", "No.");
    }

    /// Nobody has asked about node.
    @Test
    void whereOnlyClaimsWerePutToTheTestTheHeadlineIsAboutThem() throws Exception {
        var page =
                page(
                        machine("ara", claim(Verdict.HOLDS, 3)),
                        machine("bit", claim(Verdict.DOES_NOT_HOLD, 1.2)));

        assertThat(page.select("h1").text()).contains("claims").doesNotContain("node");
        assertThat(page.select("p.answer").text()).isEqualTo("0 of 1.");
        assertThat(page.select(".sentences").text()).isEqualTo("Not everywhere: C01.");
    }

    /// Everybody has compared, as the course begins with it, and that is one round.
    @Test
    void whereRoundsAreTooFewTheHeadlineIsAboutWhatHasAnAnswer() throws Exception {
        var both = ReportData.of(comparison(1)).and(ReportData.of(claim(Verdict.HOLDS, 3)));
        var page = page(new Student("ara", Map.of(), List.of(), both));

        assertThat(page.select("h1").text()).contains("claims");
        assertThat(page(machine("ara", comparison(1))).select("p.answer").text())
                .isEqualTo("Too few rounds to tell.");
    }

    @Test
    void absoluteFiguresOfTwoMachinesAreNotSetBesideEachOther() throws Exception {
        var page = page(machine("ara", comparison(1)), machine("bit", comparison(2)));

        assertThat(page.select("svg text").eachText())
                .isNotEmpty()
                .noneMatch(text -> text.endsWith(" ms") || text.endsWith("MiB"));
    }

    @Test
    void theDataOfAllMachinesAreKept() throws Exception {
        page(machine("ara", comparison(1)), machine("bit", claim(Verdict.HOLDS, 3)));

        assertThat(Files.readString(directory.resolve("class.json")))
                .contains("\"ara\"", "\"bit\"", "step03-selector");
    }

    @Test
    void whoIsStuckIsNamedWithTheirTriesHintsAndMinutes() throws Exception {
        var page =
                page(
                        student("ara", Map.of("3.1", standing(2, 0, true, 10))),
                        student("bit", Map.of("3.1", standing(5, 1, false, 20))),
                        student("choi", Map.of("3.1", standing(1, 0, false, 41))),
                        student("dan", Map.of("3.1", standing(4, 2, false, 40))));

        assertThat(page.select("h1, p.answer").eachText())
                .containsExactly("Who is stuck with the exercises?", "2 of 4.");
        assertThat(page.select(".sentences").text())
                .contains("bit in 3.1 Interest: 5 tries, 1 hint, 20 min.", "choi in 3.1")
                .doesNotContain("ara in", "dan in");
        assertThat(page.select("#exercises tr:has(th:contains(3.1 Interest)) td").eachText())
                .containsExactly(
                        "4", "1", "2", "3 (1 to 5)", "0.5 (0 to 2)", "30 (10 to 41)", "20");
        assertThat(page.select("#exercises tr:has(th:containsOwn(dan)) td").eachText())
                .containsExactly("… 4");
    }

    @Test
    void guessesStandBesideWhatWasMeasured() throws Exception {
        var guess =
                new Guessed(
                        "step05-workers, /fast beside 4 × /slow",
                        "ms",
                        2_000,
                        OptionalDouble.of(4),
                        Instant.EPOCH);
        var page =
                page(
                        machine("ara", claim(Verdict.HOLDS, 3, OptionalDouble.of(2))),
                        new Student(
                                "bit",
                                Map.of(
                                        "3.1",
                                        standing(1, 0, true, 1)
                                                .withGuess("9 ms")
                                                .withMeasured("10")),
                                List.of(guess),
                                ReportData.NOTHING));

        assertThat(page.select("#guesses tbody tr").eachText())
                .anyMatch(row -> row.startsWith("C01 ") && row.endsWith(" 2.00 3.00 1 of 1"))
                .anyMatch(row -> row.endsWith("beside 4 × /slow, in ms 2,000 4.00 0 of 1"))
                .contains("3.1 How long, in ms? 9.00 10.0 1 of 1")
                .contains("bit 3.1 How long, in ms? 9.00 10.0");
        assertThat(page.select("#guesses svg .marker")).hasSize(3);
    }

    /// As the student was told on the terminal.
    @Test
    void whichGuessIsAGoodOneIsForTheExerciseToSay() throws Exception {
        var tenTimes = standing(1, 0, true, 1).withGuess("2,5").withMeasured("25");
        var ara = student("ara", Map.of("3.1", tenTimes));

        assertThat(page(List.of(interest(Optional.of(10.0))), ara).select("#guesses tr").eachText())
                .contains("3.1 How long, in ms? 2.50 25.0 1 of 1");
        assertThat(page(List.of(interest(Optional.of(9.0))), ara).select("#guesses tr").eachText())
                .contains("3.1 How long, in ms? 2.50 25.0 0 of 1");
    }

    @Test
    void ofAClaimThatWasTriedAgainTheLaterFiguresAndTheFirstGuessCount() throws Exception {
        var first = claim(Verdict.CANNOT_TELL, 3, OptionalDouble.of(2));
        var later = claim(Verdict.HOLDS, 4, OptionalDouble.of(4));

        assertThat(first.and(later).claims())
                .singleElement()
                .satisfies(
                        claim -> assertThat(claim.verdict()).isEqualTo(Verdict.HOLDS),
                        claim -> assertThat(claim.prediction()).hasValue(2));
    }

    @Test
    void theHeadlineIsAboutWhatMostHaveHandedIn() throws Exception {
        var page =
                page(
                        machine("ara", comparison(1)),
                        student("bit", Map.of("3.1", standing(1, 0, true, 1))),
                        student("choi", Map.of("3.1", standing(1, 0, true, 1))));

        assertThat(page.select("h1").text()).isEqualTo("Who is stuck with the exercises?");
        assertThat(page.select("p.answer").text()).isEqualTo("Nobody.");
    }

    @Test
    void answersAreShownUnderTheirQuestion() throws Exception {
        var page =
                page(
                        student(
                                "ara",
                                Map.of(
                                        "3.1",
                                        standing(1, 0, true, 1).withAnswer("It would spin."))));

        assertThat(page.select("#answers").text()).contains("3.1: Why?", "ara", "It would spin.");
    }

    /// @param within a guess is good within this factor
    private static ExerciseText interest(Optional<Double> within) {
        return new ExerciseText(
                "3.1",
                "Interest",
                1,
                20,
                "Interest.java",
                Optional.empty(),
                Optional.empty(),
                List.of("where", "idea", "line"),
                "",
                "Why?",
                Optional.empty(),
                Optional.of(new Predict("How long, in ms?", "ms", within)),
                List.of(),
                List.of());
    }

    private static Student student(String name, Map<String, Standing> exercises) {
        return new Student(name, exercises, List.of(), ReportData.NOTHING);
    }

    private static Standing standing(int tries, int hints, boolean done, int minutes) {
        return new Standing(
                tries,
                hints,
                done,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new WorkingTime(minutes * 60L, Optional.empty()));
    }

    private Document page(Student... students) throws Exception {
        return page(TEXTS, students);
    }

    private Document page(List<ExerciseText> texts, Student... students) throws Exception {
        return Jsoup.parse(
                Files.readString(
                        ClassReport.write(
                                directory, new Collected(List.of(students), List.of()), texts)));
    }

    /// @param ratio of step 3's requests a second to step 1's
    private static ComparisonResult comparison(double ratio) throws Exception {
        return comparison(ratio, 1);
    }

    private static ComparisonResult comparison(double ratio, int rounds) throws Exception {
        var measurements = new ArrayList<Measurement>();
        for (int round = 1; round <= rounds; round++) {
            measurements.add(Examples.timed("step01-blocking", 1000, round, 1, 10_000));
            measurements.add(
                    Examples.timed("step03-selector", 1000, round, 1, (long) (10_000 * ratio)));
            measurements.add(Examples.timed("node", 1000, round, 1, 10_000));
        }
        return Examples.comparison(measurements);
    }

    private static ClaimsResult claim(Verdict verdict, double ratio) throws Exception {
        return claim(verdict, ratio, OptionalDouble.empty());
    }

    private static ClaimsResult claim(Verdict verdict, double ratio, OptionalDouble guess)
            throws Exception {
        var claim =
                new ClaimResult(
                        "C01",
                        "One is higher than the other.",
                        "1 Problem raised",
                        "step03",
                        "requests/s",
                        "requests/s",
                        "step03",
                        "step01",
                        "at least 2 times as high",
                        List.of(new Pair(ratio, 1)),
                        verdict,
                        "at least 2 times as high in 1 of 1 rounds",
                        guess,
                        1);
        return new ClaimsResult(Examples.claims().provenance(), List.of(claim));
    }

    private static Student machine(String name, ComparisonResult comparison) {
        return Student.of(name, ReportData.of(comparison));
    }

    private static Student machine(String name, ClaimsResult claims) {
        return Student.of(name, ReportData.of(claims));
    }
}
