package eventloop.lab.study.exercise.jvm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The program of the tests' JVM: takes one [Assignment] after the other from standard input, and tells what happens
/// on standard output. It ends when its input does, so it never outlives the tool.
public final class TestsMain {
    private TestsMain() {}

    public static void main(String... arguments) throws IOException, ClassNotFoundException {
        var teller = new Teller(new ObjectOutputStream(System.out));
        var assignments = new ObjectInputStream(System.in);
        System.setIn(InputStream.nullInputStream());
        var printed = new PrintStream(new Lines(teller), true, StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
        WatchedServerSockets.begin();
        var watch = Watch.begin(teller);
        try {
            while (true) {
                new TestRun((Assignment) assignments.readObject(), teller, watch).run();
            }
        } catch (EOFException toolHasEnded) {
            // Whatever threads a student has started: they end as well.
            System.exit(0);
        }
    }

    /// What is printed, line by line.
    private static final class Lines extends OutputStream {
        private final Teller teller;
        private final StringBuilder bytes = new StringBuilder();

        private Lines(Teller teller) {
            this.teller = teller;
        }

        @Override
        public synchronized void write(int next) {
            if (next != '\n') {
                bytes.append((char) (next & 0xFF));
                return;
            }
            var line = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
            bytes.setLength(0);
            teller.printed(new String(line, StandardCharsets.UTF_8));
        }
    }
}
