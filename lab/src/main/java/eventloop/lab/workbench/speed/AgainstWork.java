package eventloop.lab.workbench.speed;

import java.util.List;
import java.util.stream.IntStream;

/// One step beside the same step of another checkout of the course, so that one knows what a change has cost.
///
/// @param step as people type it: `step05`
record AgainstWork(String step) implements Work {
    /// Behind the name of a step, the one of the other checkout.
    static final String OTHER = " before";

    /// A change may cost 3 %: less cannot be told. The bar's words have all of its digits, for it is
    /// read from them when it is judged anew.
    static final double LEAST = 0.97;

    /// All steps.
    static List<Work> all() {
        return IntStream.rangeClosed(1, 7)
                .<Work>mapToObj(number -> new AgainstWork("step%02d".formatted(number)))
                .toList();
    }

    @Override
    public String name() {
        return step;
    }

    @Override
    public List<String> rivals() {
        return List.of();
    }

    @Override
    public double expectedSeconds(int rounds) {
        return Peak.SMALL.expectedSeconds(2, rounds);
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var peak = Peak.SMALL;
        var other = step + OTHER;
        var duel = peak.duel(List.of(step, other), field);
        return List.of(
                duel.bar(
                        "%s, before and after: 1 KiB, 64 connections".formatted(step),
                        new Requirement(step, other, Quantity.PROCESSOR, LEAST)));
    }
}
