package eventloop.contract;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What this process writes to standard error, where the log goes, until this is closed.
public final class CaughtErrors implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private CaughtErrors() {}

    public static CaughtErrors start() {
        var caught = new CaughtErrors();
        System.setErr(new PrintStream(caught.written, true, StandardCharsets.UTF_8));
        return caught;
    }

    /// All that has been written by now.
    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /// Gives standard error back.
    @Override
    public void close() {
        System.setErr(before);
    }
}
