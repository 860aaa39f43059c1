package eventloop.lab.study.claims;

import eventloop.lab.measure.load.Companions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// How long an experiment will take, about.
final class Estimate {
    /// Of a server process, and of the load process.
    private static final double START_SECONDS = 0.8;

    /// So many companions come in a second.
    private static final double ARRIVALS_A_SECOND = 8_000;

    /// Each file is looked at before the first round.
    private static final double CHECK_SECONDS_A_FILE = 0.003;

    /// Before each round the clients connect, and behind it the last answers come in.
    private static final double OVERHEAD_SECONDS = 0.3;

    /// It is over with the last answer, and not when its patience is.
    private static final double STORM_SECONDS = 1;

    private static final Pattern SLOW_DISK = Pattern.compile("\\*=(\\d+).*");

    private static final int THROWN_AWAY = 1;

    private Estimate() {}

    /// If the rounds are clear at once.
    static Duration of(Experiment experiment) {
        double seconds = preparation(experiment.first()) + preparation(experiment.second());
        return duration(seconds).plus(ofRounds(experiment, THROWN_AWAY + Judgement.ROUNDS));
    }

    /// So many rounds more.
    static Duration ofRounds(Experiment experiment, int rounds) {
        return duration(rounds * (round(experiment.first()) + round(experiment.second())));
    }

    private static double preparation(Side side) {
        int companions = side.load().beside().stream().mapToInt(Companions::count).sum();
        return START_SECONDS * (side.processes() + 1)
                + side.load().files().count() * (CHECK_SECONDS_A_FILE + delay(side.options()))
                + companions / ARRIVALS_A_SECOND
                + side.load().warmUp();
    }

    private static double round(Side side) {
        var load = side.load();
        double seconds = load.storm() ? STORM_SECONDS : load.round().duration().toMillis() / 1e3;
        return seconds + OVERHEAD_SECONDS;
    }

    /// Of each file, if the disk is slow.
    private static double delay(List<String> options) {
        return options.stream()
                .map(SLOW_DISK::matcher)
                .filter(value -> value.matches())
                .mapToDouble(value -> Integer.parseInt(value.group(1)) / 1e3)
                .sum();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
