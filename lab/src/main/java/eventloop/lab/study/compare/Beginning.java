package eventloop.lab.study.compare;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.load.WarmUp;

/// What comes before anything counts: all clients come, at a bounded rate, and have an answer each; then the
/// server becomes as fast as it gets.
///
/// @param patienceSeconds how long those are waited for that have come last
/// @param mostWarmUpSeconds that it may take until its speed changes no more
public record Beginning(double patienceSeconds, int mostWarmUpSeconds) {
    /// How it went.
    ///
    /// @param arrival its seconds are those until the last answer
    public record Seen(PhaseResult arrival, WarmUp warmUp) {
        boolean allWereServed(int clients) {
            return arrival.answered() == clients;
        }
    }
}
