package eventloop.lab.workbench.speed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that was tried: a habit of servers, against the floor without it, or a flag of the JVM, against
/// step 7 without it. There is nothing to reach: what brings nothing is not done, and this is how one knows.
///
/// @param words what is different
/// @param server that does it
/// @param plain that does not
record TriedWork(String words, String server, String plain) implements Work {
    private static final List<String> FLAGS =
            List.of("-XX:-UseCompactObjectHeaders", "-XX:+UseParallelGC", "-XX:+UseG1GC");

    private static TriedWork of(Habit habit) {
        var server = "%s %s".formatted(Field.FLOOR, habit.typed());
        return new TriedWork(habit.words(), server, Field.FLOOR);
    }

    private static TriedWork of(String flag) {
        return new TriedWork(flag, "%s %s".formatted(Field.OURS, flag), Field.OURS);
    }

    /// One after another, so that only two servers run at a time.
    static List<Work> all() {
        return Stream.concat(
                        Arrays.stream(Habit.values())
                                .filter(habit -> habit != Habit.NONE)
                                .map(TriedWork::of),
                        FLAGS.stream().map(TriedWork::of))
                .map(Work.class::cast)
                .toList();
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
        return Peak.SMALL.expectedSeconds(2, rounds);
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var peak = Peak.SMALL;
        var names = List.of(plain, server);
        var duel = peak.duel(names, field);
        var figure = "%s, times the plain %s's".formatted(Quantity.PROCESSOR.words(), plain);
        return List.of(
                duel.whyNotMeasured(plain, server)
                        .map(reason -> Bar.figureNotMeasured(words, figure, reason))
                        .orElseGet(() -> bar(figure, duel)));
    }

    private Bar bar(String figure, Duel duel) {
        var time = duel.pairing(plain, server, Quantity.PROCESSOR);
        var rate = duel.pairing(server, plain, Quantity.REQUESTS);
        var remark =
                "%s; %s times as many requests/s%s"
                        .formatted(
                                time.medians(),
                                rate.spread(),
                                time.isClear() ? "" : "; some rounds are faster and some slower");
        var all = Stream.concat(Stream.of(remark), duel.beside(plain, server));
        return Bar.withoutBar(words, figure, time, all.collect(Collectors.joining("; ")));
    }
}
