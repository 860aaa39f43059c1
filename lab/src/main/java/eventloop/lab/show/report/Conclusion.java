package eventloop.lab.show.report;

import eventloop.lab.study.claims.Verdict;
import java.util.Collection;

/// What a run says to a question that was asked under several loads.
enum Conclusion {
    YES("Yes."),
    YES_WHERE_TIMED("Yes, where both could be timed."),
    NO("No."),
    NOT_EVERYWHERE("Not at every load."),
    CANNOT_TELL("Cannot tell."),
    TOO_FEW_ROUNDS("Too few rounds to tell."),
    NOT_MEASURED("Not measured.");

    private final String words;

    Conclusion(String words) {
        this.words = words;
    }

    /// @param verdicts of the loads that give one
    /// @param isComplete whether all loads do
    static Conclusion of(Collection<Verdict> verdicts, boolean isComplete) {
        if (verdicts.isEmpty()) {
            return NOT_MEASURED;
        }
        if (verdicts.stream().allMatch(Verdict.HOLDS::equals)) {
            return isComplete ? YES : YES_WHERE_TIMED;
        }
        if (verdicts.stream().allMatch(Verdict.DOES_NOT_HOLD::equals)) {
            return NO;
        }
        return verdicts.contains(Verdict.DOES_NOT_HOLD) ? NOT_EVERYWHERE : CANNOT_TELL;
    }

    /// For people.
    String words() {
        return words;
    }

    /// In style sheets: that of the verdict of a claim.
    String styleClass() {
        return Claims.styleClass(
                switch (this) {
                    case YES, YES_WHERE_TIMED -> Verdict.HOLDS;
                    case NO, NOT_EVERYWHERE -> Verdict.DOES_NOT_HOLD;
                    case CANNOT_TELL, TOO_FEW_ROUNDS, NOT_MEASURED -> Verdict.CANNOT_TELL;
                });
    }

    boolean isVerdict() {
        return this != TOO_FEW_ROUNDS && this != NOT_MEASURED;
    }

    boolean isYes() {
        return this == YES || this == YES_WHERE_TIMED;
    }
}
