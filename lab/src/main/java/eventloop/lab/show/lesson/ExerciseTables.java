package eventloop.lab.show.lesson;

import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// The exercises of a step, as its lesson lists them.
record ExerciseTables(Exercises exercises) {
    private static final String HEAD =
            """
            | | exercise | | minutes | command |
            |---|---|---|---|---|
            """;

    /// @param step such as `step03`
    /// @return what stands there now, as long as the step has no exercises
    String shown(String step, String now, Path page) {
        var rows =
                exercises.all().stream()
                        .filter(exercise -> "step%02d".formatted(exercise.step()).equals(step))
                        .map(exercise -> row(exercise, page))
                        .collect(Collectors.joining("\n"));
        return rows.isEmpty() ? now : HEAD + rows;
    }

    private static String row(Exercise exercise, Path page) {
        var text = exercise.text();
        var task = RelativeLink.from(page.getParent(), exercise.task());
        return "| %s | [%s](%s) | %s | %d | `./course exercise %s` |"
                .formatted(
                        text.number(),
                        text.title(),
                        task,
                        "★".repeat(text.stars()),
                        text.minutes(),
                        text.number());
    }
}
