package eventloop.lab.study.exercise;

import java.time.Instant;
import java.util.Optional;

/// How far a student is with one exercise.
///
/// @param hints how many have been shown; they are counted and never punished
/// @param lastRed the check that was red in the last try, or how many bugs were left: who is stuck, and where
/// @param measured what had been guessed, as it came out
/// @param answer to the question after success
/// @param time nothing yet where an older version of the course has written this
public record Standing(
        int tries,
        int hints,
        boolean done,
        boolean solutionShown,
        Optional<String> lastRed,
        Optional<String> guess,
        Optional<String> measured,
        Optional<String> answer,
        WorkingTime time) {
    private static final int TRIES_BEFORE_THE_SOLUTION = 3;

    static final Standing NONE =
            new Standing(
                    0,
                    0,
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    WorkingTime.NONE);

    public Standing {
        time = time == null ? WorkingTime.NONE : time;
    }

    public boolean maySeeSolution() {
        return done || tries >= TRIES_BEFORE_THE_SOLUTION;
    }

    public Standing tried(Optional<String> red) {
        return new Standing(
                tries + 1,
                hints,
                done || red.isEmpty(),
                solutionShown,
                red,
                guess,
                measured,
                answer,
                time);
    }

    public Standing withHints(int shown) {
        return new Standing(
                tries,
                Math.max(hints, shown),
                done,
                solutionShown,
                lastRed,
                guess,
                measured,
                answer,
                time);
    }

    public Standing withSolutionShown() {
        return new Standing(tries, hints, done, true, lastRed, guess, measured, answer, time);
    }

    public Standing withGuess(String guessed) {
        return new Standing(
                tries,
                hints,
                done,
                solutionShown,
                lastRed,
                Optional.of(guessed),
                measured,
                answer,
                time);
    }

    public Standing withMeasured(String value) {
        return new Standing(
                tries,
                hints,
                done,
                solutionShown,
                lastRed,
                guess,
                Optional.of(value),
                answer,
                time);
    }

    public Standing withAnswer(String sentence) {
        return new Standing(
                tries,
                hints,
                done,
                solutionShown,
                lastRed,
                guess,
                measured,
                Optional.of(sentence),
                time);
    }

    Standing workedOnUntil(Instant now) {
        return new Standing(
                tries,
                hints,
                done,
                solutionShown,
                lastRed,
                guess,
                measured,
                answer,
                time.until(now));
    }
}
