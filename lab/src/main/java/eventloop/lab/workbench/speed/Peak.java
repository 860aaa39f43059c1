package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.WarmUp;
import eventloop.lab.measure.load.Wrk;
import eventloop.lab.measure.observe.Warming;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// A request that wrk makes as often as it is answered.
///
/// @param sizes of the files that are asked for in turn
/// @param headers that it has
/// @param answer the status that is right; with 304, the request brings the validator that the server itself
///     has given
record Peak(List<Long> sizes, int connections, List<String> headers, int answer) {
    static final double SECONDS = 2;

    /// wrk takes whole seconds, and leaves after each. When clients leave, and others come, the server does what
    /// it has not done before, and a JVM throws away what it has compiled without it.
    private static final double SECONDS_OF_WARM_UP = 1;

    static final int MOST_SECONDS_OF_WARM_UP = 30;

    /// Of servers that were seen: from three seconds, nginx, to the most, where files are large.
    static final double USUAL_SECONDS_OF_WARM_UP = 8;

    private static final double SECONDS_TO_START = 1.5;
    private static final int NOT_MODIFIED = 304;

    /// The one that most works make: 1 KiB, on 64 connections that are kept.
    static final Peak SMALL = new Peak(Field.SMALL, 64, List.of(), 200);

    Peak(long size, int connections, List<String> headers, int answer) {
        this(List.of(size), connections, headers, answer);
    }

    /// @param servers that have their turns
    double expectedSeconds(int servers, int rounds) {
        return servers * (SECONDS_TO_START + USUAL_SECONDS_OF_WARM_UP + rounds * SECONDS);
    }

    /// Has servers take turns at it.
    Duel duel(List<String> servers, Field field) throws InterruptedException {
        return Arena.duel(servers, field, sizes, this::warmUp, this::fight);
    }

    /// Until its speed changes no more, for every server.
    WarmUp warmUp(Contestant contestant) throws IOException, InterruptedException {
        return Warming.untilSteady(
                contestant.processes(),
                MOST_SECONDS_OF_WARM_UP,
                contestant.server()::isAlive,
                () -> bytesInASecond(contestant));
    }

    private long bytesInASecond(Contestant contestant) throws IOException, InterruptedException {
        var second = contestant.load(wrk(contestant, SECONDS_OF_WARM_UP), pages(contestant));
        return Math.round(second.bytesPerSecond());
    }

    /// @throws IOException if the answer is not the one that is meant to be measured
    Round fight(Contestant contestant) throws IOException, InterruptedException {
        return contestant.peak(wrk(contestant, SECONDS), pages(contestant));
    }

    private List<URI> pages(Contestant contestant) {
        var address = contestant.server().address();
        return sizes.stream().map(Field::page).map(address::resolve).toList();
    }

    private Wrk wrk(Contestant contestant, double seconds) throws IOException {
        var page = pages(contestant).getFirst();
        var all = new ArrayList<>(headers);
        if (answer == NOT_MODIFIED) {
            all.add("If-None-Match: " + validator(new Question(page, headers)));
        }
        int status = new Question(page, all).ask().status();
        if (status != answer) {
            throw new IOException(
                    "%s answers %d, not %d".formatted(contestant.name(), status, answer));
        }
        return new Wrk(connections, seconds, all);
    }

    private static String validator(Question question) throws IOException {
        return question.ask()
                .header("etag")
                .orElseThrow(() -> new IOException("no validator from " + question.page()));
    }
}
