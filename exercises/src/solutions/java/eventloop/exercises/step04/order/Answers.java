package eventloop.exercises.step04.order;

import java.util.List;

/// Your answer.
public final class Answers {
    private Answers() {}

    /// The eight, in the order in which they happen.
    static List<String> order() {
        // tag::solution[]
        return List.of("A", "C", "E", "G", "H", "B", "D", "F");
        // end::solution[]
        // > return List.of("A", "B", "C", "D", "E", "F", "G", "H");
    }
}
