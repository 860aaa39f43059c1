package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.List;

/// One thing that a server can do or cannot, found out from outside: by sockets, by the options of its
/// command line, and by what the operating system tells of its process.
///
/// A check knows which steps must be red, and why. A red that is expected is a lesson; one that turns
/// green unnoticed would be a lesson that is not true any more.
public interface Check {
    /// What a server does that is green: a short phrase, for tables. No two checks have the same.
    String name();

    /// How that is found out, in one sentence.
    String sentence();

    /// The steps that cannot do it yet. All others must be green.
    List<ExpectedRed> expectedReds();

    default boolean isRedExpectedIn(int step) {
        return expectedReds().stream().anyMatch(red -> red.includes(step));
    }

    /// Whether nothing else may run beside it, for it needs all open files this process may have.
    default boolean needsAllToItself() {
        return false;
    }

    /// @throws IOException if the server fails at what the check takes for granted
    /// @throws ServerFailure if the server does not start
    Finding examine(Subject subject) throws IOException, ServerFailure, InterruptedException;
}
