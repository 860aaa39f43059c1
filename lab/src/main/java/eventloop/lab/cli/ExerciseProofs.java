package eventloop.lab.cli;

import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.ExerciseProof;
import eventloop.lab.study.exercise.Workshop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// For the authors of exercises: what the build says to one of them.
final class ExerciseProofs {
    private ExerciseProofs() {}

    /// @return whether there is nothing to say against it
    static boolean show(Exercise exercise, Path course, PrintStream out) throws IOException {
        try (var workshop = Workshop.open(course)) {
            var faults = new ExerciseProof(workshop).faults(exercise);
            faults.forEach(fault -> out.println("✗ " + fault));
            if (faults.isEmpty()) {
                out.println("✓ " + exercise.number() + " teaches what it says");
            }
            return faults.isEmpty();
        }
    }
}
