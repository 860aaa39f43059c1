package eventloop.lab.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What was tried: habits of servers, each against the floor without it, and flags of the JVM, each against
/// step 7 without it. There is nothing to reach: what brings nothing is not done, and this is how one knows.
///
/// Only two servers run at a time.
record TriedWork() implements Work {
    private static final List<String> FLAGS =
            List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseParallelGC", "-XX:+UseG1GC");

    /// @param words what is different
    /// @param server that does it
    /// @param plain that does not
    private record Attempt(String words, String server, String plain) {
        static Attempt of(Habit habit) {
            return new Attempt(
                    habit.words(), "%s %s".formatted(Field.FLOOR, habit.typed()), Field.FLOOR);
        }

        static Attempt of(String flag) {
            return new Attempt(flag, "%s %s".formatted(Field.OURS, flag), Field.OURS);
        }
    }

    @Override
    public String name() {
        return "tried";
    }

    @Override
    public List<String> rivals() {
        return List.of();
    }

    @Override
    public double expectedSeconds(int rounds) {
        return attempts().count() * Peak.expectedSeconds(2, rounds);
    }

    private static Stream<Attempt> attempts() {
        return Stream.concat(
                Arrays.stream(Habit.values()).filter(habit -> habit != Habit.NONE).map(Attempt::of),
                FLAGS.stream().map(Attempt::of));
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var bars = new ArrayList<Bar>();
        for (var attempt : attempts().toList()) {
            bars.add(measure(attempt, field));
        }
        return bars;
    }

    private static Bar measure(Attempt attempt, Field field) throws InterruptedException {
        var peak = Peak.SMALL;
        var names = List.of(attempt.plain(), attempt.server());
        var duel = Arena.duel(names, field, peak.fileBytes(), peak::warmUp, peak::fight);
        var figure =
                "%s, times the plain %s's".formatted(Quantity.PROCESSOR.words(), attempt.plain());
        var reason = duel.whyNotMeasured(attempt.plain(), attempt.server());
        if (reason.isPresent()) {
            return Bar.notMeasured(attempt.words(), figure, reason.get());
        }
        var time = duel.pairing(attempt.plain(), attempt.server(), Quantity.PROCESSOR);
        return Bar.withoutBar(attempt.words(), figure, time, remark(time, duel, attempt));
    }

    private static String remark(Pairing time, Duel duel, Attempt attempt) {
        var rate = duel.pairing(attempt.server(), attempt.plain(), Quantity.REQUESTS);
        return "%s; %s times as many requests/s%s"
                .formatted(
                        time.medians(),
                        rate.spread(),
                        time.isClear() ? "" : "; some rounds are faster and some slower");
    }
}
