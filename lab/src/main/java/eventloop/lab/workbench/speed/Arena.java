package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.WarmUp;
import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Where servers take turns: all of them run and are warm, and each round has them fight one after another, so
/// that a machine that is slow for a while is slow for all. Nobody's turn begins before all others have come to
/// rest. Who begins changes from round to round.
final class Arena implements AutoCloseable {
    /// What is done to a server, and its load, before the first round.
    interface Preparation {
        /// @return how it became as fast as it gets
        WarmUp prepare(Contestant contestant) throws IOException, InterruptedException;
    }

    /// One round of one server.
    interface Fight {
        Round fight(Contestant contestant) throws IOException, InterruptedException;
    }

    private final Field field;
    private final List<Contestant> contestants = new ArrayList<>();
    private final List<Duel> duels;

    private Arena(Field field, int fights) {
        this.field = field;
        duels = Stream.generate(Duel::new).limit(fights).toList();
    }

    /// One fight, round by round.
    ///
    /// @param names the servers; one that does not start, answers wrong or fails costs only its own figures
    /// @param sizes of the files that they have to answer with right before they are timed
    static Duel duel(
            List<String> names, Field field, List<Long> sizes, Preparation preparation, Fight fight)
            throws InterruptedException {
        return duels(names, field, sizes, preparation, List.of(fight)).getFirst();
    }

    /// Several fights, each with a duel of its own: every round has all of them.
    static List<Duel> duels(
            List<String> names,
            Field field,
            List<Long> sizes,
            Preparation preparation,
            List<Fight> fights)
            throws InterruptedException {
        try (var arena = new Arena(field, fights.size())) {
            for (var name : names) {
                arena.enter(name, sizes, preparation);
            }
            for (int round = 1; round <= field.rounds(); round++) {
                arena.round(round, fights);
            }
            return arena.duels;
        }
    }

    private void enter(String name, List<Long> sizes, Preparation preparation)
            throws InterruptedException {
        field.progress().detail(": starting " + name);
        try {
            var contestant = field.start(name, sizes);
            contestants.add(contestant);
            preparation.prepare(contestant).doubt().ifPresent(doubt -> note(name, doubt));
            contestant.comeToRest();
        } catch (ServerFailure | IOException failure) {
            duels.forEach(duel -> duel.withdraw(name, failure.getMessage()));
        }
    }

    private void note(String name, String doubt) {
        duels.forEach(duel -> duel.note(name, "%s: %s".formatted(name, doubt)));
    }

    private void round(int round, List<Fight> fights) throws InterruptedException {
        for (int fight = 0; fight < fights.size(); fight++) {
            for (var contestant : contestants) {
                field.progress().detail(": %s, round %d".formatted(contestant.name(), round));
                duels.get(fight).round(round, contestant, fights.get(fight));
                contestant.comeToRest();
            }
        }
        Collections.rotate(contestants, -1);
    }

    @Override
    public void close() {
        contestants.forEach(Contestant::close);
    }
}
