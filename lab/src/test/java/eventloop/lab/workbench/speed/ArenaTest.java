package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import eventloop.lab.measure.load.WarmUp;
import eventloop.lab.measure.server.ScriptedServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How servers take turns, and not what they do: all of them are one server in this JVM, with a process for each.
class ArenaTest {
    private static final String SLOW = "slow";
    private static final double FAILS = 0;
    private static final WarmUp STEADY =
            new WarmUp(List.of(100L, 100L, 100L), List.of(0.0, 0.0, 0.0));

    @TempDir private Path directory;
    private final List<String> turns = new ArrayList<>();

    private HttpServer files;
    private Field field;

    @BeforeEach
    void prepareField() throws IOException {
        files = serving(directory);
        field =
                Fields.of(
                        directory,
                        (name, _) -> {
                            if (name.equals("nobody")) {
                                throw new ServerFailure("not installed");
                            }
                            return listeningAt(files);
                        });
    }

    @AfterEach
    void end() {
        files.stop(0);
    }

    private static HttpServer serving(Path files) {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = SimpleFileServer.createFileServer(anyPort, files, OutputLevel.NONE);
        server.start();
        return server;
    }

    private static ServerUnderTest listeningAt(HttpServer server) {
        var address = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
        return ScriptedServer.announcing("plain", URI.create(address));
    }

    @Test
    void duelHoldsAllRoundsAgainstTheBar() throws Exception {
        var duel = duel(Map.of(Field.OURS, List.of(30., 10., 24.), SLOW, List.of(10., 10., 10.)));

        var met = duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 1));
        assertThat(met.measured()).isEqualTo("2.4 (1 to 3)");
        assertThat(met.outcome()).isEqualTo(Bar.Outcome.MET);
        assertThat(met.bar()).isEqualTo("requests/s ≥ 1 × slow's");
        assertThat(met.rounds()).hasSize(6);

        var missed = duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 3.1));
        assertThat(missed.outcome()).isEqualTo(Bar.Outcome.MISSED);

        var neither = duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 2.4));
        assertThat(neither.outcome()).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(neither.remark())
                .endsWith("reached in 2 of 3 rounds; the median is between 1 and 3");
    }

    @Test
    void anotherServerBeginsEachRound() throws Exception {
        Arena.duel(
                List.of("a", "b", "c"), field, List.of(Field.SMALL), _ -> STEADY, this::quickRound);

        assertThat(turns).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
    }

    @Test
    void everyRoundHasAllFights() throws Exception {
        Arena.duels(
                List.of("a"),
                field.with(2),
                List.of(Field.SMALL),
                _ -> STEADY,
                List.of(_ -> turn("few"), _ -> turn("many")));

        assertThat(turns).containsExactly("few", "many", "few", "many");
    }

    @Test
    void roundThatFailsCostsOnlyThatRound() throws Exception {
        var duel = duel(Map.of(Field.OURS, List.of(30., FAILS, 24.), SLOW, List.of(10., 90., 10.)));

        var bar = duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 2));
        assertThat(bar.measured()).isEqualTo("2.7 (2.4 to 3)");
        assertThat(bar.remark()).endsWith("1 of its rounds failed: broken");
    }

    @Test
    void serverThatFailsThreeTimesIsNotMeasured() throws Exception {
        field = field.with(4);
        var duel =
                duel(
                        Map.of(
                                Field.OURS,
                                List.of(30., FAILS, FAILS, FAILS),
                                SLOW,
                                List.of(10., 10., 10., 10.)));

        var bar = duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 2));
        assertThat(bar.outcome()).isEqualTo(Bar.Outcome.NOT_MEASURED);
        assertThat(bar.remark()).isEqualTo("3 rounds failed, the last one: broken");
    }

    @Test
    void serverThatHasDiedSaysSoItselfAndIsAskedNoMore() throws Exception {
        var duel =
                Arena.duel(
                        List.of("a"),
                        field,
                        List.of(Field.SMALL),
                        _ -> STEADY,
                        contestant -> {
                            turns.add(contestant.name());
                            contestant.server().close();
                            throw new IOException("nobody answers");
                        });

        assertThat(turns).hasSize(1);
        assertThat(duel.whyNotMeasured("a", "a").orElseThrow())
                .startsWith("plain died under load with status ");
    }

    @Test
    void serverThatIsNotSteadyWhenItsRoundsBeginHasARemark() throws Exception {
        var restless = new WarmUp(List.of(100L, 200L, 300L), List.of(0.0, 0.0, 0.0));
        var duel =
                Arena.duel(
                        List.of(Field.OURS, SLOW),
                        field,
                        List.of(Field.SMALL),
                        contestant -> contestant.name().equals(SLOW) ? restless : STEADY,
                        this::quickRound);

        var remark = "1 to 1 requests/s; slow: not steady after 3 s of load";
        assertThat(duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 1)).remark())
                .isEqualTo(remark);
        assertThat(duel.figures("work", Field.OURS, SLOW).getFirst().remark()).isEqualTo(remark);
    }

    @Test
    void serverThatIsNotThereCostsOnlyItsOwnBars() throws Exception {
        var duel =
                duel(
                        Map.of(
                                Field.OURS,
                                List.of(1., 1., 1.),
                                SLOW,
                                List.of(1., 1., 1.),
                                "nobody",
                                List.of()));

        var bar = duel.bar("work", Requirement.over("nobody", Quantity.REQUESTS, 1));
        assertThat(bar.outcome()).isEqualTo(Bar.Outcome.NOT_MEASURED);
        assertThat(bar.remark()).isEqualTo("not installed");
        assertThat(duel.bar("work", Requirement.over(SLOW, Quantity.REQUESTS, 1)).outcome())
                .isEqualTo(Bar.Outcome.MET);
    }

    @Test
    void serverThatAnswersWrongIsNotTimed(@TempDir Path elsewhere) throws Exception {
        var another = serving(elsewhere);
        try {
            field = Fields.of(directory, (_, _) -> listeningAt(another));
            var duel =
                    Arena.duel(
                            List.of("a"),
                            field,
                            List.of(Field.SMALL),
                            _ -> STEADY,
                            this::quickRound);

            assertThat(turns).isEmpty();
            assertThat(duel.whyNotMeasured("a", "a")).hasValue("/1024.bin gets 404, not 200");
        } finally {
            another.stop(0);
        }
    }

    @Test
    void serverThatDoesNotAnswerAsTheWorkWantsIsNotTimed() throws Exception {
        var peak = new Peak(Field.SMALL, 1, List.of("Range: bytes=0-9"), 206);
        var duel =
                Arena.duel(
                        List.of("a"), field, List.of(Field.SMALL), peak::warmUp, this::quickRound);

        assertThat(turns).isEmpty();
        assertThat(duel.whyNotMeasured("a", "a")).hasValue("a answers 200, not 206");
    }

    /// @param rates what each server does, round by round
    private Duel duel(Map<String, List<Double>> rates) throws InterruptedException {
        var done = new HashMap<String, Integer>();
        return Arena.duel(
                List.copyOf(rates.keySet()),
                field,
                List.of(Field.SMALL),
                _ -> STEADY,
                contestant -> {
                    var name = contestant.name();
                    return round(rates.get(name).get(done.merge(name, 1, Integer::sum) - 1));
                });
    }

    private Round quickRound(Contestant contestant) throws IOException {
        return turn(contestant.name());
    }

    private Round turn(String turn) throws IOException {
        turns.add(turn);
        return round(1);
    }

    private static Round round(double rate) throws IOException {
        if (rate == FAILS) {
            throw new IOException("broken");
        }
        return new Round(
                "",
                rate,
                1,
                1,
                1,
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
