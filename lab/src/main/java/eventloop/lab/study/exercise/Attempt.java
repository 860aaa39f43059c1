package eventloop.lab.study.exercise;

import eventloop.lab.study.exercise.jvm.Objection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of a try.
public sealed interface Attempt {
    /// The student's file is not there, or there is nothing in it.
    record NothingThere() implements Attempt {}

    /// @param mistakes the most important first
    /// @param isYours whether the first stands in the student's own file
    record NotCompiled(List<Mistake> mistakes, boolean isYours) implements Attempt {}

    /// @param passed the checks that were green
    /// @param red the first that was not
    /// @param unseen how many checks were not run
    /// @param measured what the tests have told, by name
    /// @param printed by the student's code
    record Tested(
            List<String> passed,
            Optional<Red> red,
            int unseen,
            Map<String, String> measured,
            List<String> printed)
            implements Attempt {}

    /// The student's test is green on the right code, as it has to be, and has been tried on every bug.
    record Hunted(List<Chase> chases) implements Attempt {
        public long killed() {
            return chases.stream().filter(Chase::isKilled).count();
        }
    }

    /// A check that is not green.
    record Red(String check, Objection objection) {}

    /// A bug, and what the student's test said to it.
    record Chase(ExerciseText.Bug bug, Optional<Red> red) {
        public boolean isKilled() {
            return red.isPresent();
        }
    }

    default boolean isDone() {
        return switch (this) {
            case Tested tested -> tested.red().isEmpty();
            case Hunted hunted -> hunted.killed() == hunted.chases().size();
            case NothingThere _, NotCompiled _ -> false;
        };
    }
}
