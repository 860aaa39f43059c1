package eventloop.lab.study.exercise;

import eventloop.lab.study.exercise.Attempt.Hunted;
import eventloop.lab.study.exercise.Attempt.Tested;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether an exercise keeps what it promises: red as shipped for the stated reason, green when it is solved, red
/// when it is solved wrong in a way that is likely, and complete. It goes the way a student goes.
public record ExerciseProof(Workshop workshop) {
    private static final int HINTS = 3;

    /// @return what is wrong with it, in sentences
    public List<String> faults(Exercise exercise) throws IOException {
        var faults = new ArrayList<String>();
        textFaults(exercise, faults);
        var starter = new StudentFile(exercise).starter();
        if (!isStudents(exercise) && !new StudentFile(exercise).isUntouched()) {
            faults.add("its starter is not the one cut from the solution (--cut)");
        }
        shippedFault(exercise, workshop.attempt(exercise, starter)).ifPresent(faults::add);
        var solution = Files.readString(exercise.solution());
        var solved = workshop.attempt(exercise, solution);
        if (!solved.isDone()) {
            faults.add("its solution does not pass: " + solved);
        }
        for (var wrong : exercise.text().wrong()) {
            wrongFault(wrong, workshop.attempt(exercise, wrong.put(solution)))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    /// Who has tried anything is a student, and may have changed files.
    private static boolean isStudents(Exercise exercise) throws IOException {
        return Notebook.in(exercise.module().getParent()).read().exercises().values().stream()
                .anyMatch(standing -> standing.tries() > 0);
    }

    private static Optional<String> wrongFault(ExerciseText.Wrong wrong, Attempt attempt) {
        return switch (attempt) {
            case Tested tested when !tested.isDone() -> Optional.empty();
            case Hunted hunted when !hunted.isDone() -> Optional.empty();
            case Tested _, Hunted _ ->
                    Optional.of("its tests let pass what is wrong: " + wrong.name());
            case Attempt other -> Optional.of("%s: %s".formatted(wrong.name(), other));
        };
    }

    private static void textFaults(Exercise exercise, List<String> faults) throws IOException {
        var text = exercise.text();
        require(text.stars() >= 1 && text.stars() <= 3, "it has 1 to 3 stars", faults);
        require(text.minutes() >= 15 && text.minutes() <= 45, "it takes 15 to 45 minutes", faults);
        require(
                text.hints().size() == HINTS && text.hints().stream().noneMatch(String::isBlank),
                "it has three hints",
                faults);
        require(!text.explanation().isBlank(), "its solution is explained", faults);
        require(!text.question().isBlank(), "it ends in a question", faults);
        require(
                !Cut.regions(Files.readString(exercise.solution())).isEmpty(),
                "its solution is tagged",
                faults);
        var task = Files.readString(exercise.task());
        var facts =
                "%s · %d minutes · your file: `%s`"
                        .formatted("★".repeat(text.stars()), text.minutes(), text.file());
        require(
                task.startsWith("# %s %s\n".formatted(text.number(), text.title())),
                "its task is headed by number and title",
                faults);
        require(task.lines().anyMatch(facts::equals), "its task says: " + facts, faults);
    }

    private static void require(boolean fact, String promise, List<String> faults) {
        if (!fact) {
            faults.add("not true: " + promise);
        }
    }

    private static Optional<String> shippedFault(Exercise exercise, Attempt shipped) {
        return switch (shipped) {
            case Hunted hunted when hunted.killed() == 0 -> Optional.empty();
            case Tested(_, Optional<Attempt.Red> red, _, _, _)
                    when !exercise.isHunt()
                            && red.isPresent()
                            && red.get().check().equals(exercise.text().red().orElse(""))
                            && said(red.get()).contains(exercise.text().saw().orElse("?")) ->
                    Optional.empty();
            case Attempt other ->
                    Optional.of("as shipped it is not red for the stated reason: " + other);
        };
    }

    private static String said(Attempt.Red red) {
        return red.objection().saw();
    }
}
