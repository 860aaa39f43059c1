package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.Wrk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A request that wrk makes as often as it is answered.
///
/// @param headers that it has
/// @param answer the status that is right; with 304, the request brings the validator that the server itself
///     has given
record Peak(long fileBytes, int connections, List<String> headers, int answer) {
    static final double SECONDS = 2;

    private static final double WARM_UP_SECONDS = 3;

    /// A JVM compiles what has run some thousand times, and large files are not asked for as often.
    private static final double WARM_UP_SECONDS_OF_LARGE_FILES = 15;

    private static final int NOT_MODIFIED = 304;

    /// The one that most works make: 1 KiB, on 64 connections that are kept.
    static final Peak SMALL = new Peak(Field.SMALL, 64, List.of(), 200);

    private double warmUpSeconds() {
        return fileBytes < Field.LARGE ? WARM_UP_SECONDS : WARM_UP_SECONDS_OF_LARGE_FILES;
    }

    /// @param servers that have their turns
    double expectedSeconds(int servers, int rounds) {
        return servers * (1.5 + warmUpSeconds() + (1 + rounds) * SECONDS);
    }

    /// With a round that does not count. When clients leave, and others come, the server does what it has not
    /// done before, and a JVM throws away what it has compiled without it.
    void warmUp(Contestant contestant) throws IOException, InterruptedException {
        run(contestant, warmUpSeconds());
        run(contestant, SECONDS);
    }

    Round fight(Contestant contestant) throws IOException, InterruptedException {
        return run(contestant, SECONDS);
    }

    /// @throws IOException if the answer is not the one that is meant to be measured
    private Round run(Contestant contestant, double seconds)
            throws IOException, InterruptedException {
        var page = contestant.server().address().resolve(Field.page(fileBytes));
        var all = new ArrayList<>(headers);
        if (answer == NOT_MODIFIED) {
            all.add("If-None-Match: " + validator(new Question(page, headers)));
        }
        int status = new Question(page, all).ask().status();
        if (status != answer) {
            throw new IOException(
                    "%s answers %d, not %d".formatted(contestant.name(), status, answer));
        }
        return contestant.peak(new Wrk(connections, seconds, all), page);
    }

    private static String validator(Question question) throws IOException {
        return question.ask()
                .validator()
                .orElseThrow(() -> new IOException("no validator from " + question.page()));
    }
}
