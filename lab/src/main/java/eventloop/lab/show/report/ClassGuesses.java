package eventloop.lab.show.report;

import static java.util.Comparator.comparing;

import eventloop.lab.measure.result.TypedNumber;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.SpreadChart;
import eventloop.lab.show.report.plot.SpreadChart.Range;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.exercise.ExerciseText;
import eventloop.lab.study.exercise.ExerciseText.Predict;
import eventloop.lab.study.exercise.Guessed;
import eventloop.lab.study.exercise.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What students have guessed, beside what each then measured: of claims, of `./course ask`, and of exercises.
final class ClassGuesses {
    private static final String ID = "guesses";

    /// A guess that is nearer than this factor is a good one, unless an exercise asks for another.
    private static final double NEAR = 2;

    private static final Pattern NUMBER = Pattern.compile("[\\d,]*\\d(\\.\\d+)?");

    private ClassGuesses() {}

    /// @param subject the short name of the question
    /// @param question what was to be guessed, with its unit
    /// @param near a guess that is nearer than this factor is a good one
    /// @param came nothing if nothing could be measured
    private record Guess(
            String student,
            String subject,
            String question,
            double near,
            double guess,
            OptionalDouble came) {
        /// How many times the result the guess is.
        private Stream<Double> factor() {
            return came.isPresent() && came.getAsDouble() > 0 && guess > 0
                    ? Stream.of(guess / came.getAsDouble())
                    : Stream.of();
        }

        private boolean isNear() {
            return factor().anyMatch(factor -> 1 / near <= factor && factor <= near);
        }
    }

    /// Nothing if nobody has guessed.
    static Stream<Section> of(List<Student> students, Map<String, ExerciseText> texts) {
        var guesses = students.stream().flatMap(student -> guesses(student, texts)).toList();
        var questions =
                guesses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        guess -> List.of(guess.subject(), guess.question()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return guesses.isEmpty()
                ? Stream.of()
                : Stream.of(section(List.copyOf(questions.values())));
    }

    private static Section section(List<List<Guess>> questions) {
        var chart =
                new SpreadChart(
                        new Axis("Guess beside the result", Units::plain),
                        questions.stream().map(ClassGuesses::row).toList());
        return new Section(
                ID,
                "What had they expected?",
                "Each dot is a student: how many times what was then measured the guess was. The shade is"
                        + " where a guess is a good one.",
                List.of(chart.draw(ID, "Guesses beside results; the table has them.")),
                List.of(byQuestion(questions), byStudent(questions)),
                true);
    }

    private static Stream<Guess> guesses(Student student, Map<String, ExerciseText> texts) {
        return Stream.of(
                        student.found().claims().stream()
                                .flatMap(result -> result.claims().stream())
                                .flatMap(claim -> guess(student, claim)),
                        student.guesses().stream().map(guessed -> guess(student, guessed)),
                        student.exercises().entrySet().stream()
                                .flatMap(one ->
                                        guess(
                                                student,
                                                one.getKey(),
                                                one.getValue(),
                                                Optional.ofNullable(texts.get(one.getKey())))))
                .flatMap(guesses -> guesses);
    }

    private static Stream<Guess> guess(Student student, ClaimResult claim) {
        var came =
                claim.ratio()
                        .map(ratio -> OptionalDouble.of(ratio.median()))
                        .orElse(OptionalDouble.empty());
        var question =
                "%s: how many times that of %s has %s"
                        .formatted(claim.figure(), claim.second(), claim.first());
        return claim.prediction().stream()
                .mapToObj(guess ->
                        new Guess(student.name(), claim.id(), question, NEAR, guess, came));
    }

    private static Guess guess(Student student, Guessed guessed) {
        return new Guess(
                student.name(),
                "ask",
                "%s, in %s".formatted(guessed.question(), guessed.unit()),
                NEAR,
                guessed.guess(),
                guessed.came());
    }

    /// Whatever is no number is left to the student.
    private static Stream<Guess> guess(
            Student student, String number, Standing standing, Optional<ExerciseText> text) {
        var predict = text.flatMap(ExerciseText::predict);
        var question = predict.map(Predict::question).orElse("");
        double near = predict.flatMap(Predict::within).orElse(NEAR);
        return standing.guess().map(ClassGuesses::number).orElse(OptionalDouble.empty()).stream()
                .mapToObj(guess ->
                        new Guess(
                                student.name(),
                                number,
                                question,
                                near,
                                guess,
                                standing.measured()
                                        .map(ClassGuesses::number)
                                        .orElse(OptionalDouble.empty())));
    }

    /// All that is said, or else the first in it.
    private static OptionalDouble number(String words) {
        var typed = TypedNumber.of(words);
        return typed.isPresent()
                ? typed
                : NUMBER.matcher(words)
                        .results()
                        .flatMapToDouble(found -> TypedNumber.of(found.group()).stream())
                        .findFirst();
    }

    private static SpreadChart.Row row(List<Guess> guesses) {
        var first = guesses.getFirst();
        var near = near(guesses) + " good";
        return new SpreadChart.Row(
                first.subject(),
                Lines.of(first.question(), SpreadChart.LINE_LENGTH),
                isGoodFor(guesses) ? "holds" : "cannot-tell",
                guesses.stream().flatMap(Guess::factor).toList(),
                Optional.of(new Range(1 / first.near(), first.near())),
                OptionalDouble.empty(),
                List.of(near),
                first.subject() + ": " + near);
    }

    /// Of those that could be measured.
    private static String near(List<Guess> guesses) {
        return "%d of %d".formatted(countNear(guesses), countMeasured(guesses));
    }

    private static boolean isGoodFor(List<Guess> guesses) {
        return countMeasured(guesses) > 0 && countNear(guesses) * 2 >= countMeasured(guesses);
    }

    private static long countNear(List<Guess> guesses) {
        return guesses.stream().filter(Guess::isNear).count();
    }

    private static long countMeasured(List<Guess> guesses) {
        return guesses.stream().filter(guess -> guess.came().isPresent()).count();
    }

    private static DataTable byQuestion(List<List<Guess>> questions) {
        var table =
                new DataTable(
                        "Each question: medians, with the least and the most",
                        2,
                        List.of("of", "question", "guessed", "measured", "good"));
        for (var guesses : questions) {
            var first = guesses.getFirst();
            table.row(
                    List.of(
                            first.subject(),
                            first.question(),
                            spread(guesses.stream().map(Guess::guess)),
                            spread(
                                    guesses.stream()
                                            .flatMap(guess -> guess.came().stream().boxed())),
                            near(guesses)));
        }
        return table;
    }

    private static String spread(Stream<Double> figures) {
        return Units.spread(figures.toList(), Units::figure);
    }

    private static DataTable byStudent(List<List<Guess>> questions) {
        var table =
                new DataTable(
                        "Each guess",
                        3,
                        List.of("student", "of", "question", "guessed", "measured"));
        questions.stream()
                .flatMap(List::stream)
                .sorted(comparing(Guess::student, String.CASE_INSENSITIVE_ORDER))
                .forEach(guess ->
                        table.row(
                                List.of(
                                        guess.student(),
                                        guess.subject(),
                                        guess.question(),
                                        Units.figure(guess.guess()),
                                        guess.came().isPresent()
                                                ? Units.figure(guess.came().getAsDouble())
                                                : "–")));
        return table;
    }
}
