package eventloop.lab.show.report;

import eventloop.lab.study.exercise.ExerciseText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What students have answered, in a sentence, to the question after each exercise.
final class ClassAnswers {
    private ClassAnswers() {}

    /// Nothing if nobody has answered.
    static Stream<Section> of(List<Student> students, Map<String, ExerciseText> texts) {
        var answered = new TreeSet<String>();
        for (var student : students) {
            student.exercises()
                    .forEach((number, standing) ->
                            standing.answer().ifPresent(_ -> answered.add(number)));
        }
        return answered.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new Section(
                                "answers",
                                "What do they say in a sentence?",
                                "Asked after each exercise, and not graded: read some aloud.",
                                List.of(),
                                answered.stream()
                                        .map(number -> table(students, number, texts))
                                        .toList()));
    }

    private static DataTable table(
            List<Student> students, String number, Map<String, ExerciseText> texts) {
        var caption =
                texts.containsKey(number) ? number + ": " + texts.get(number).question() : number;
        var table = new DataTable(caption, 2, List.of("student", "answer"));
        for (var student : students) {
            if (student.exercises().containsKey(number)) {
                student.exercises()
                        .get(number)
                        .answer()
                        .ifPresent(answer -> table.row(List.of(student.name(), answer)));
            }
        }
        return table;
    }
}
