package eventloop.lab.speed;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// As many requests as the servers answer, made by wrk.
///
/// @param words what is asked for, for people
record PeakWork(String name, String words, Peak peak, List<Requirement> requirements)
        implements Work {

    @Override
    public double expectedSeconds(int rounds) {
        return peak.expectedSeconds(servers().size(), rounds);
    }

    @Override
    public List<String> rivals() {
        return requirements.stream().map(Requirement::rival).distinct().toList();
    }

    private List<String> servers() {
        return requirements.stream()
                .flatMap(requirement -> Stream.of(requirement.server(), requirement.rival()))
                .distinct()
                .toList();
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var duel = Arena.duel(servers(), field, peak.fileBytes(), peak::warmUp, peak::fight);
        var bars = requirements.stream().map(requirement -> duel.bar(words, requirement));
        return Stream.concat(bars, distance(duel)).toList();
    }

    /// What step 7 takes more than the floor, if both are there.
    private Stream<Bar> distance(Duel duel) {
        if (!servers().contains(Field.FLOOR)
                || duel.whyNotMeasured(Field.OURS, Field.FLOOR).isPresent()) {
            return Stream.empty();
        }
        var pairing = duel.pairing(Field.OURS, Field.FLOOR, Quantity.PROCESSOR);
        var micros = pairing.differences();
        return Stream.of(
                new Bar(
                        words,
                        "%s − the floor's".formatted(Quantity.PROCESSOR.words()),
                        "%s %s".formatted(Spread.words(micros), Quantity.PROCESSOR.unit()),
                        Bar.Outcome.NO_BAR,
                        pairing.remark(),
                        pairing.rounds(),
                        DoubleStream.of(micros).boxed().toList()));
    }
}
