package eventloop.lab.study.exercise.jvm;

import java.io.Serializable;

/// What the tests' JVM tells while it runs an [Assignment], in the order in which it happens.
public sealed interface Happening extends Serializable {
    /// A check is green.
    record Passed(String check) implements Happening {}

    /// A check is red; no further one is run.
    record Failed(String check, Objection objection) implements Happening {}

    /// A test tells what it has measured.
    record Measured(String figure, String value) implements Happening {}

    /// The student's code, or a server in the tests, has printed a line.
    record Printed(String line) implements Happening {}

    /// All is said.
    ///
    /// @param unseen how many checks have not been run
    /// @param reusable whether this JVM is as good as new
    record Ended(int unseen, boolean reusable) implements Happening {}
}
