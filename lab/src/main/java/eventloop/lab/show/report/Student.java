package eventloop.lab.show.report;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.exercise.Guessed;
import eventloop.lab.study.exercise.Standing;
import java.util.List;
import java.util.Map;

/// One of a class: what they have done and guessed, and what their machine has found. Any part may be missing; where
/// machines are merged and nobody sits at them, each counts as one.
///
/// @param name not that of anybody else in the class
/// @param exercises by number
public record Student(
        String name, Map<String, Standing> exercises, List<Guessed> guesses, ReportData found) {
    static Student of(HandIn handIn) {
        return new Student(handIn.student(), handIn.exercises(), handIn.guesses(), handIn.found());
    }

    /// For machines without anybody.
    static Student of(String name, ReportData found) {
        return of(HandIn.of(name, found));
    }

    Student named(String other) {
        return new Student(other, exercises, guesses, found);
    }

    Student with(ReportData more) {
        return new Student(name, exercises, guesses, found.together(more));
    }

    /// Beside the names in tables and pictures.
    String processor() {
        return found.provenance()
                .map(from ->
                        "%s, %s"
                                .formatted(
                                        from.processor(),
                                        Figures.counted(
                                                from.processors(), "processor", "processors")))
                .orElse("unknown");
    }
}
