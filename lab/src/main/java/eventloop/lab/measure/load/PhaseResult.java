package eventloop.lab.measure.load;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eventloop.lab.measure.result.Figures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What one phase has shown, seen from the clients.
///
/// @param seconds how long was counted; of an arrival, how long it took until all were served
/// @param answered right answers to the requests that count
/// @param answeredMeanwhile right answers that came while counting: in an open loop also to requests from
///     before, and none that came late
/// @param answeredInAll the same from the beginning of the lead-in on
/// @param bodyBytes of right answers, as they came while counting: also of those that were only partly there
/// @param latency of the right answers, and of the requests that were given up on, as long as these had
///     waited: a silent server must not look fast. One that turns requests away still does: see [#counts]
/// @param reconnects connections opened again since the one before was lost: closed by the server, refused, or given up
/// @param whileLeadIn what went wrong before counting began; empty in results that were stored before it was kept
/// @param lateness how late the generator itself asked: it must be small beside the latency
/// @param generatorLoad share of a processor that the generator used: near 1, the peak may be its own
/// @param companionsLost companions that had a place when the load began, and none any more at the end
/// @param clientsWithoutAnswer of a closed loop: those who had asked before counting began, and of
///     whose answer nothing had come when it ended. They have not failed, for their time was not
///     up, and a server that serves the others alone shows a full peak. Not known of results that
///     were stored before it was counted: there it is 0
public record PhaseResult(
        Phase phase,
        double seconds,
        long answered,
        long answeredMeanwhile,
        long answeredInAll,
        long bodyBytes,
        Latency latency,
        Failures failures,
        long reconnects,
        Optional<Errors> whileLeadIn,
        Latency lateness,
        double generatorLoad,
        int companionsLost,
        int clientsWithoutAnswer) {

    /// Whoever turns more than this share of the requests away is quick with the rest, and proves nothing.
    private static final double MOST_FAILURES = 0.01;

    /// A generator that is busy for so much of its time has no more to give.
    private static final double BUSY = 0.9;

    /// What several processes have seen of one phase.
    ///
    /// @param whole the phase, of which each did a part
    /// @param processors for all of them
    static PhaseResult of(Phase whole, List<PhaseResult> parts, int processors) {
        return new PhaseResult(
                whole,
                parts.stream().mapToDouble(PhaseResult::seconds).max().orElseThrow(),
                sum(parts, PhaseResult::answered),
                sum(parts, PhaseResult::answeredMeanwhile),
                sum(parts, PhaseResult::answeredInAll),
                sum(parts, PhaseResult::bodyBytes),
                Latency.sum(parts.stream().map(PhaseResult::latency).toList()),
                Failures.in(parts),
                sum(parts, PhaseResult::reconnects),
                parts.stream().flatMap(part -> part.whileLeadIn.stream()).reduce(Errors::plus),
                Latency.sum(parts.stream().map(PhaseResult::lateness).toList()),
                load(parts, processors),
                (int) sum(parts, PhaseResult::companionsLost),
                (int) sum(parts, PhaseResult::clientsWithoutAnswer));
    }

    private static long sum(List<PhaseResult> parts, ToLongFunction<PhaseResult> count) {
        return parts.stream().mapToLong(count).sum();
    }

    /// The most that one of them used, who has one thread; or all of them, if they had to share.
    private static double load(List<PhaseResult> parts, int processors) {
        double most = parts.stream().mapToDouble(PhaseResult::generatorLoad).max().orElseThrow();
        double all = parts.stream().mapToDouble(PhaseResult::generatorLoad).sum();
        return Math.max(most, all / processors);
    }

    /// The same, but more companions have lost their places.
    PhaseResult losing(int more) {
        return new PhaseResult(
                phase,
                seconds,
                answered,
                answeredMeanwhile,
                answeredInAll,
                bodyBytes,
                latency,
                failures,
                reconnects,
                whileLeadIn,
                lateness,
                generatorLoad,
                companionsLost + more,
                clientsWithoutAnswer);
    }

    /// Whether the generator had no time left for more: then it is not the server's peak that was seen.
    @JsonIgnore
    public boolean isLimitedByTheLoad() {
        return generatorLoad > BUSY;
    }

    /// Whether more than half of what is said of the slowest may be the generator's own.
    @JsonIgnore
    public boolean isLate() {
        return isLate(Latency::p99Millis);
    }

    /// Whether more than half of a response time may be the generator's own: it asked late, and the time counts from
    /// when it should have asked. (It may also read late; nobody counts that.)
    public boolean isLate(ToDoubleFunction<Latency> time) {
        return time.applyAsDouble(lateness) > time.applyAsDouble(latency) / 2;
    }

    /// What clients have suffered while counting, and in the lead-in as far as that is known.
    public Errors errors() {
        var counted = new Errors(failures, reconnects);
        return whileLeadIn.map(counted::plus).orElse(counted);
    }

    public double requestsPerSecond() {
        return answered / seconds;
    }

    /// The same where all answers are one file, with those that were only partly there counted in part. A few
    /// clients with large files get them in waves: whether a wave is whole just before the end or just after
    /// it would make or unmake a good part of a count of whole answers.
    ///
    /// @param fileBytes its size
    public double requestsPerSecond(long fileBytes) {
        return bodyBytes / (seconds * fileBytes);
    }

    public long failed() {
        return failures.count();
    }

    /// Whether the server has taken the load. If not, the phase has no response times and no rate that say
    /// anything of the server: only its failures are to be shown.
    public boolean counts() {
        return whyNot().isEmpty();
    }

    /// Why it does not count: `82 % failed, answered 503`. Empty if it does.
    public Optional<String> whyNot() {
        return whyNot(Set.of());
    }

    /// @param forgiven kinds of failures that are no reason
    public Optional<String> whyNot(Set<Failure> forgiven) {
        if (answered == 0 && failed() == 0 && bodyBytes == 0) {
            return Optional.of("no answer");
        }
        var reasons = failures.without(forgiven);
        double share = (double) reasons.count() / (answered + failed());
        return share > MOST_FAILURES
                ? Optional.of("%s failed, %s".formatted(percent(share), kinds(reasons)))
                : Optional.empty();
    }

    private static String percent(double share) {
        return Figures.plain(Math.round(share * 1000) / 10.0) + " %";
    }

    private static String kinds(Failures failures) {
        return failures.mostFrequentFirst().stream()
                .map(Failure::words)
                .collect(Collectors.joining(" and "));
    }
}
