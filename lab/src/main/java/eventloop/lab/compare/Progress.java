package eventloop.lab.compare;

import java.io.PrintStream;

/// Tells a waiting person what is going on: on a terminal in one line that is written anew, elsewhere (in a
/// log, say) in a line for each stage.
public final class Progress {
    private static final String START_OF_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean isTerminal;
    private String stage = "";

    public Progress(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /// Something new begins.
    public synchronized void stage(String text) {
        stage = text;
        if (isTerminal) {
            out.print(START_OF_LINE + text);
        } else {
            out.println(text);
        }
        out.flush();
    }

    /// The stage goes on.
    public synchronized void detail(String text) {
        if (isTerminal) {
            out.print(START_OF_LINE + stage + text);
            out.flush();
        }
    }

    /// Makes room for other output.
    public synchronized void clear() {
        if (isTerminal) {
            out.print(START_OF_LINE);
            out.flush();
        }
    }
}
