package eventloop.lab.workbench.speed;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// As many requests as the servers answer, made by wrk.
///
/// @param words what is asked for, for people
/// @param floor that it is measured beside, if it is
record PeakWork(
        String name,
        String words,
        Peak peak,
        List<Requirement> requirements,
        Optional<String> floor)
        implements Work {

    PeakWork(String name, String words, Peak peak, List<Requirement> requirements) {
        this(name, words, peak, requirements, Optional.empty());
    }

    @Override
    public double expectedSeconds(int rounds) {
        return peak.expectedSeconds(servers().size(), rounds);
    }

    @Override
    public List<String> rivals() {
        return requirements.stream().map(Requirement::rival).distinct().toList();
    }

    private List<String> servers() {
        var required =
                requirements.stream()
                        .flatMap(requirement ->
                                Stream.of(requirement.server(), requirement.rival()));
        return Stream.concat(required, floor.stream()).distinct().toList();
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var duel = peak.duel(servers(), field);
        var bars = requirements.stream().map(requirement -> duel.bar(words, requirement));
        return Stream.concat(bars, floor.stream().flatMap(floor -> overTheFloor(floor, duel)))
                .toList();
    }

    /// What step 7 takes more than a floor, and how far the floor itself is from nginx: nothing in Java could be
    /// much farther.
    private Stream<Bar> overTheFloor(String floor, Duel duel) {
        var figure = "%s − %s's".formatted(Quantity.PROCESSOR.words(), floor);
        var more =
                duel.whyNotMeasured(Field.OURS, floor)
                        .map(reason -> Bar.figureNotMeasured(words, figure, reason))
                        .orElseGet(() -> difference(figure, floor, duel));
        var beside = duel.figures("%s: %s".formatted(floor, words), floor, Field.NGINX);
        return Stream.concat(Stream.of(more), beside.stream());
    }

    private Bar difference(String figure, String floor, Duel duel) {
        var pairing = duel.pairing(Field.OURS, floor, Quantity.PROCESSOR);
        var micros = pairing.differences();
        return new Bar(
                words,
                figure,
                "%s %s".formatted(SpreadWords.words(micros), Quantity.PROCESSOR.unit()),
                Bar.Outcome.NO_BAR,
                duel.remark(pairing, Field.OURS, floor),
                pairing.rounds(),
                DoubleStream.of(micros).boxed().toList());
    }
}
