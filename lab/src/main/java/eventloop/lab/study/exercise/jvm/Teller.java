package eventloop.lab.study.exercise.jvm;

import java.io.IOException;
import java.io.ObjectOutputStream;

/// Tells the tool what happens. Any thread.
final class Teller {
    /// In a loop, code can print faster than anybody reads.
    private static final int MOST_LINES = 50;

    private final ObjectOutputStream out;
    private int lines;

    Teller(ObjectOutputStream out) throws IOException {
        this.out = out;
        out.flush();
    }

    synchronized void tell(Happening happening) {
        try {
            out.writeObject(happening);
            out.reset();
            out.flush();
        } catch (IOException toolIsGone) {
            Runtime.getRuntime().halt(1);
        }
    }

    synchronized void printed(String line) {
        if (lines < MOST_LINES) {
            lines++;
            tell(new Happening.Printed(line));
        }
    }

    synchronized void beginRun() {
        lines = 0;
    }
}
