package eventloop.lab.cli;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.exercise.Standing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All exercises, and how far the student is.
record ExerciseList(Exercises exercises, Notebook.Page page) {
    void show(List<Step> steps, PrintWriter out) {
        out.println(progress());
        for (var step : steps) {
            var ofStep = exercises.ofStep(step.number());
            if (!ofStep.isEmpty()) {
                out.printf("%n  %s%n", step.name());
                ofStep.forEach(exercise -> out.println(line(exercise)));
            }
        }
        out.printf("%n  ★ easy to ★★★ hard;  · not tried, … begun, ✓ done%n%n");
        next().ifPresent(exercise -> out.println("  Next:  " + command(exercise)));
        out.flush();
    }

    /// One line for the map.
    String progress() {
        long done = exercises.all().stream().filter(one -> page.of(one).done()).count();
        return "Exercises: %d of %d done".formatted(done, exercises.all().size());
    }

    Optional<Exercise> next() {
        return exercises.all().stream().filter(one -> !page.of(one).done()).findFirst();
    }

    /// In words: the next exercise, and before a step's first one its lesson.
    Optional<String> whatIsNext(List<Step> steps) {
        return next().map(exercise -> lesson(exercise, steps) + command(exercise));
    }

    private String lesson(Exercise exercise, List<Step> steps) {
        boolean isBegun =
                exercises.ofStep(exercise.step()).stream()
                        .anyMatch(one -> page.of(one).tries() > 0);
        return steps.stream()
                .filter(step -> !isBegun && step.number() == exercise.step())
                .map(step -> "read %s/README.md, then ".formatted(step.name()))
                .collect(Collectors.joining());
    }

    static String command(Exercise exercise) {
        return "./course exercise " + exercise.number();
    }

    private String line(Exercise exercise) {
        var text = exercise.text();
        return "  %s %s  %-3s %2d min  %-44s %s"
                .formatted(
                        mark(page.of(exercise)),
                        text.number(),
                        "★".repeat(text.stars()),
                        text.minutes(),
                        text.title(),
                        tries(page.of(exercise)))
                .stripTrailing();
    }

    private static String mark(Standing standing) {
        return standing.done() ? "✓" : standing.tries() > 0 ? "…" : "·";
    }

    private static String tries(Standing standing) {
        return standing.tries() == 0 ? "" : Figures.counted(standing.tries(), "try", "tries");
    }
}
