package eventloop.lab.study.exercise.jvm;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/// Tells the tool what happens; what is printed, with what happens next. Any thread.
final class Teller {
    /// The last of them: in a loop, code can print faster than anybody reads.
    private static final int MOST_LINES = 50;

    private final ObjectOutputStream out;
    private final Queue<String> lines = new ArrayDeque<>();

    Teller(ObjectOutputStream out) throws IOException {
        this.out = out;
        out.flush();
    }

    synchronized void tell(Happening happening) {
        lines.forEach(line -> write(new Happening.Printed(line)));
        lines.clear();
        write(happening);
    }

    private void write(Happening happening) {
        try {
            out.writeObject(happening);
            out.reset();
            out.flush();
        } catch (IOException toolIsGone) {
            Runtime.getRuntime().halt(1);
        }
    }

    synchronized void printed(String line) {
        if (lines.size() == MOST_LINES) {
            lines.remove();
        }
        lines.add(line);
    }

    synchronized void beginRun() {
        lines.clear();
    }
}
