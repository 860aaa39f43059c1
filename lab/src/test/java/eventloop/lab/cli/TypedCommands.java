package eventloop.lab.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Commands that a test types, and all that they say. What they read from the terminal is given back: other tests run
/// in this JVM.
final class TypedCommands implements AfterEachCallback {
    private final InputStream terminal = System.in;
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    /// @return the exit status
    int run(String... words) {
        return Course.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(words);
    }

    /// Of all of them so far.
    String output() {
        return output.toString();
    }

    String errors() {
        return errors.toString();
    }

    /// @param input which stands for the terminal
    void read(InputStream input) {
        System.setIn(input);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.setIn(terminal);
    }
}
