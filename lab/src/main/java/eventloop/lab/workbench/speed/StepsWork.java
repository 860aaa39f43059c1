package eventloop.lab.workbench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The steps before step 7 that have an event loop, beside nginx: what is made faster for one of them is made
/// faster for all that follow. They have nothing to reach.
record StepsWork() implements Work {
    private static final List<String> STEPS = List.of("step03", "step04", "step05", "step06");

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public double expectedSeconds(int rounds) {
        return Peak.SMALL.expectedSeconds(STEPS.size() + 1, rounds);
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var peak = Peak.SMALL;
        var names = Stream.concat(STEPS.stream(), Stream.of(Field.NGINX)).toList();
        var duel = peak.duel(names, field);
        var bars = new ArrayList<Bar>();
        for (var step : STEPS) {
            var work = "%s: 1 KiB, 64 connections".formatted(step);
            bars.addAll(duel.figures(work, step, Field.NGINX));
        }
        return bars;
    }
}
