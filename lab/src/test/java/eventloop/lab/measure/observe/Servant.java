package eventloop.lab.measure.observe;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A process that does as it is told, so that one knows what there is to be seen of it. See [Labour].
final class Servant implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    private Servant(Process process) {
        this.process = process;
        orders = process.outputWriter();
        answers = process.inputReader();
    }

    static Servant start() throws IOException {
        return start(List.of());
    }

    /// @param prefix what stands before the command, such as what pins it to a processor
    static Servant start(List<String> prefix) throws IOException {
        var servant =
                new Servant(
                        Children.start(
                                prefix,
                                List.of(
                                        Java.executable(),
                                        "-XX:+UseSerialGC",
                                        "-Xms64m",
                                        "-Xmx64m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Labour.class.getName())));
        servant.does("sleep 1");
        return servant;
    }

    long pid() {
        return process.pid();
    }

    /// Returns when it has been done.
    ///
    /// @throws IOException if the process ends instead
    void does(String labour) throws IOException {
        orders.write(labour);
        orders.newLine();
        orders.flush();
        if (!Labour.DONE.equals(answers.readLine())) {
            throw new IOException("it has ended instead of: " + labour);
        }
    }

    /// In good order, so that nothing of it is left in the system's place for temporary files.
    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (process.waitFor(LONGEST_END)) {
                return;
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
