package eventloop.lab.measure.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads all that a process says, so that it never has to wait for us, and keeps the last of it. By a thread of the
/// system's own: a virtual thread that reads a pipe keeps its carrier, and a process may be silent for as long as it
/// lives.
public final class LastLines {
    private static final int KEPT = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Deque<String> lines = new ArrayDeque<>();
    private Optional<String> first = Optional.empty();
    private final Thread reader;

    private LastLines(InputStream stream, String name) {
        reader = Thread.ofPlatform().daemon().name(name).unstarted(() -> readAll(stream));
    }

    public static LastLines of(InputStream stream, String name) {
        var lastLines = new LastLines(stream, name);
        lastLines.reader.start();
        return lastLines;
    }

    private void readAll(InputStream stream) {
        try (var in = new BufferedReader(new InputStreamReader(stream))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                keep(line);
            }
        } catch (IOException ended) {
            // The process is gone, and with it what it had to say.
        }
    }

    private synchronized void keep(String line) {
        first = first.or(() -> Optional.of(line));
        lines.add(line);
        if (lines.size() > KEPT) {
            lines.remove();
        }
    }

    /// The end of a sentence about a process that has ended: the last line that begins a thought. The lines of a
    /// stack trace do not; they are indented.
    public String lastWords() throws InterruptedException {
        return endOfSentence(
                afterTheEnd().reversed().stream()
                        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                        .findFirst());
    }

    /// The end of a sentence about a process that has ended as soon as it was started: what it said first is why.
    String firstWords() throws InterruptedException {
        reader.join(LONGEST_WAIT);
        synchronized (this) {
            return endOfSentence(first);
        }
    }

    private static String endOfSentence(Optional<String> words) {
        return words.map(": "::concat).orElse(" and said nothing");
    }

    /// What has been said until its end, once the process has ended; so far, while it runs.
    public List<String> afterTheEnd() throws InterruptedException {
        reader.join(LONGEST_WAIT);
        synchronized (this) {
            return List.copyOf(lines);
        }
    }
}
