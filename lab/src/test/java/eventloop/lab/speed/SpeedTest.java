package eventloop.lab.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.compare.Progress;
import eventloop.lab.server.Placement;
import eventloop.lab.server.PlainFileServer;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.ServerUnderTest;
import eventloop.lab.site.SizedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedTest {
    private static final String SLOW = "slow";

    @TempDir private Path directory;

    @Test
    void duelHoldsTheMedianOfAllRoundsAgainstTheBar() throws Exception {
        var duel =
                duel(
                        Map.of(
                                Field.OURS,
                                List.of(30.0, 10.0, 24.0),
                                SLOW,
                                List.of(10.0, 10.0, 10.0)));

        var met = duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 2.4));
        assertThat(met.measured()).isEqualTo("2.4 (1 to 3)");
        assertThat(met.outcome()).isEqualTo(Bar.Outcome.MET);
        assertThat(met.bar()).isEqualTo("requests/s ≥ 2.4 × slow's");
        assertThat(met.rounds()).hasSize(6);

        var missed = duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 2.5));
        assertThat(missed.outcome()).isEqualTo(Bar.Outcome.MISSED);
    }

    @Test
    void serverThatFailsCostsOnlyItsOwnBars() throws Exception {
        var duel =
                duel(
                        Map.of(Field.OURS, List.of(1.0, 1.0, 1.0), SLOW, List.of(1.0, 1.0, 1.0)),
                        "nobody");

        assertThat(duel.bar("work", Requirement.over("nobody", Quantity.REQUESTS, 1)).outcome())
                .isEqualTo(Bar.Outcome.NOT_MEASURED);
        assertThat(duel.bar("work", Requirement.over("nobody", Quantity.REQUESTS, 1)).remark())
                .isEqualTo("not installed");
        assertThat(duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 1)).outcome())
                .isEqualTo(Bar.Outcome.MET);
    }

    @Test
    void lessTimeIsAnAdvantage() {
        var quick = new Round("quick", 1, 1, 1, 2, 1);
        var slow = new Round("slow", 1, 1, 1, 3, 1);

        assertThat(Quantity.PROCESSOR.advantage(quick, slow)).isEqualTo(1.5);
        assertThat(Quantity.REQUESTS.advantage(quick, slow)).isEqualTo(1);
    }

    @Test
    void floorAnswersWithTheFileWhateverItIsAsked() throws Exception {
        var file = Files.writeString(directory.resolve(Field.SMALL + ".bin"), "the floor");
        try (var floor = field(new String[0]).start(Field.FLOOR).server()) {
            assertThat(floor.address().resolve("/anything").toURL().openStream().readAllBytes())
                    .isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void unknownWorksAreAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Speed.at(List.of("tiny"), 3))
                .hasMessageStartingWith("there is no work 'tiny'; there are small, middle, large");
        assertThat(Speed.at(List.of("start"), 3).expected()).isLessThan(Duration.ofMinutes(1));
    }

    /// @param rates what each server does, round by round
    private Duel duel(Map<String, List<Double>> rates, String... missing)
            throws IOException, InterruptedException {
        SizedFiles.make(directory, List.of(Field.SMALL));
        var done = new HashMap<String, Integer>();
        Duel.Fight fight =
                contestant -> {
                    int round = done.merge(contestant.name(), 1, Integer::sum) - 1;
                    double rate = rates.get(contestant.name()).get(round);
                    return new Round(contestant.name(), rate, 1, 1, 1, 1);
                };
        var names = new ArrayList<>(rates.keySet());
        names.addAll(List.of(missing));
        return Duel.of(names, field(missing), contestant -> new Round("", 0, 0, 0, 0, 0), fight);
    }

    private Field field(String[] missing) {
        var progress =
                new Progress(new PrintStream(new ByteArrayOutputStream()), false, Duration.ZERO);
        return new Field(
                (name, options) -> server(name, List.of(missing)),
                directory,
                Placement.ANYWHERE,
                3,
                progress);
    }

    private static ServerUnderTest server(String name, List<String> missing) throws ServerFailure {
        if (missing.contains(name)) {
            throw new ServerFailure("not installed");
        }
        return new PlainFileServer();
    }
}
