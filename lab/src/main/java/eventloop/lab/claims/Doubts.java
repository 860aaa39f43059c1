package eventloop.lab.claims;

import eventloop.lab.load.Failure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What speaks against the figures of a trial: it may not be the servers alone that were measured.
final class Doubts {
    /// Other programs that have more than this share of the processors disturb what is measured.
    private static final double DISTURBED = 0.1;

    private final List<String> words = new ArrayList<>();
    private final Map<Failure, Long> failures = new EnumMap<>(Failure.class);
    private long answered;
    private double bystanders;
    private int samples;
    private int limited;

    void add(String doubt) {
        words.add(doubt);
    }

    void look(Figure figure, Sample sample) {
        samples++;
        if (figure.isThroughput() && sample.isLimitedByTheLoad()) {
            limited++;
        }
        answered += sample.result().answered();
        sample.result().failures().forEach((kind, count) -> failures.merge(kind, count, Long::sum));
        bystanders = Math.max(bystanders, sample.observation().bystanders().orElse(0));
    }

    /// Whether it was the generator that set the figures of one side, in most of its rounds.
    boolean isLimitedByTheLoad() {
        return limited > samples / 4;
    }

    List<String> words() {
        var all = new ArrayList<>(words);
        long failed = failures.values().stream().mapToLong(Long::longValue).sum();
        failures.forEach((kind, count) ->
                all.add(
                        "%s: %.1f %% of the requests"
                                .formatted(kind.words(), 100.0 * count / (failed + answered))));
        if (bystanders > DISTURBED) {
            all.add(
                    "other programs took up to %.0f %% of the processors"
                            .formatted(100 * bystanders));
        }
        return all;
    }
}
