package eventloop.lab.study.exercise.jvm;

import java.io.Serializable;

/// What a red check has found; a text that there is none of is empty.
///
/// @param expected in words
/// @param saw in words
/// @param where the student's line: `WorkerPool.java:38`
/// @param why it matters
/// @param isTimeUp whether it did not come to an end in its time
public record Objection(String expected, String saw, String where, String why, boolean isTimeUp)
        implements Serializable {
    public Objection(String expected, String saw, String where, String why) {
        this(expected, saw, where, why, false);
    }
}
