package eventloop.lab.study.experiment;

import eventloop.lab.measure.result.Median;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What came of a series of requests.
///
/// @param answers in their order
/// @param unanswered how long the last request had waited when its client gave up, if it did
public record AnswerTimes(List<Timed> answers, Optional<Duration> unanswered) {
    /// One answer, and how long it took from the request to its last byte.
    public record Timed(int status, Duration time) {}

    public AnswerTimes {
        answers = List.copyOf(answers);
    }

    /// In a line: `20 × 200   median 0.8 ms   slowest 2.4 ms`.
    public String words() {
        return switch (answers.size()) {
            case 0 -> giveUp();
            case 1 ->
                    "%d   %s".formatted(answers.getFirst().status(), Millis.of(median())) + then();
            default ->
                    "%s   median %s   slowest %s"
                                    .formatted(
                                            statuses(), Millis.of(median()), Millis.of(slowest()))
                            + then();
        };
    }

    /// Nothing if no answer came.
    public OptionalDouble medianMillis() {
        return Median.of(
                answers.stream().mapToDouble(answer -> answer.time().toNanos() / 1e6).toArray());
    }

    private String then() {
        return unanswered.isPresent() ? ", then " + giveUp() : "";
    }

    private String giveUp() {
        return "no answer within %d s".formatted(unanswered.map(Duration::toSeconds).orElseThrow());
    }

    private String statuses() {
        var counts =
                answers.stream()
                        .collect(Collectors.groupingBy(Timed::status, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> "%d × %d".formatted(count.getValue(), count.getKey()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Duration median() {
        return Duration.ofNanos(Math.round(medianMillis().orElseThrow() * 1e6));
    }

    private Duration slowest() {
        return answers.stream().map(Timed::time).max(Duration::compareTo).orElseThrow();
    }
}
