package eventloop.lab.study.exercise.jvm;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The program of the tests' JVM: takes one [Assignment] after the other from standard input, and tells what happens
/// on standard output. It ends when its input does, so it never outlives the tool.
public final class TestsMain {
    private TestsMain() {}

    public static void main(String... arguments) throws IOException, ClassNotFoundException {
        Locale.setDefault(Locale.ROOT);
        var teller = new Teller(new ObjectOutputStream(System.out));
        var assignments = new ObjectInputStream(System.in);
        System.setIn(InputStream.nullInputStream());
        var lines = new Lines(teller);
        var printed = new PrintStream(lines, true, StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
        WatchedServerSockets.begin();
        var watch = Watch.begin(teller);
        try {
            while (true) {
                new TestRun((Assignment) assignments.readObject(), teller, watch, lines::end).run();
            }
        } catch (EOFException toolHasEnded) {
            // Whatever threads a student has started: they end as well.
            System.exit(0);
        }
    }

    /// What is printed, line by line.
    private static final class Lines extends OutputStream {
        /// Longer ones are told in parts, or a loop that prints would fill the memory.
        private static final int LONGEST_LINE = 1_000;

        private final Teller teller;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private Lines(Teller teller) {
            this.teller = teller;
        }

        @Override
        public synchronized void write(int next) {
            if (next == '\n') {
                tell();
                return;
            }
            if (bytes.size() >= LONGEST_LINE && !isWithinCharacter(next)) {
                tell();
            }
            bytes.write(next);
        }

        /// RFC 3629, 3: in UTF-8, all bytes of a character but the first begin with the bits 10.
        private static boolean isWithinCharacter(int next) {
            return (next & 0xC0) == 0x80;
        }

        private void tell() {
            teller.printed(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
        }

        /// What has been begun is a line, too.
        private synchronized void end() {
            if (bytes.size() > 0) {
                tell();
            }
        }
    }
}
