package eventloop.lab.measure.result;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells a waiting person what is going on and how long it will take: on a terminal in one line that is
/// written anew every second, elsewhere (in a log, say) in a line for each stage, with the time. Any thread.
public final class Progress implements AutoCloseable {
    private static final String START_OF_LINE = "\r\033[K";
    private static final int USUAL_COLUMNS = 80;

    private final PrintStream out;
    private final boolean isTerminal;
    private final int columns;
    private Duration expected;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("progress").factory());
    private String stage = "";
    private String detail = "";

    /// @param expected how long all will take, about
    public Progress(PrintStream out, boolean isTerminal, Duration expected) {
        this(out, isTerminal, USUAL_COLUMNS, expected);
    }

    /// @param columns of the terminal
    /// @param expected how long all will take, about
    public Progress(PrintStream out, boolean isTerminal, int columns, Duration expected) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.columns = columns;
        this.expected = expected;
        if (isTerminal) {
            clock.scheduleAtFixedRate(this::draw, 1, 1, TimeUnit.SECONDS);
        }
    }

    /// Something new begins.
    public synchronized void stage(String text) {
        stage = text;
        detail = "";
        if (isTerminal) {
            draw();
        } else {
            out.println(time() + text);
        }
    }

    /// The stage goes on.
    public synchronized void detail(String text) {
        detail = text;
        if (isTerminal) {
            draw();
        }
    }

    /// From now on it takes so long, about, whatever was expected before.
    public synchronized void expectStill(Duration rest) {
        expected = elapsed().plus(rest);
    }

    /// It takes longer than was expected.
    public synchronized void prolong(Duration more) {
        expected = expected.plus(more);
    }

    private synchronized void draw() {
        if (clock.isShutdown() || stage.isEmpty()) {
            return;
        }
        var line = time() + stage + detail;
        out.print(START_OF_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
        out.flush();
    }

    private String time() {
        var elapsed = elapsed();
        return elapsed.compareTo(expected) <= 0
                ? "%s of about %s  ".formatted(show(elapsed), show(expected))
                : "%s, longer than the %s expected  ".formatted(show(elapsed), show(expected));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// As minutes and seconds.
    public static String show(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /// Makes room for other output, until the next stage.
    public synchronized void pause() {
        if (isTerminal && !clock.isShutdown()) {
            out.print(START_OF_LINE);
            out.flush();
        }
        stage = "";
        detail = "";
    }

    /// Makes room for other output.
    @Override
    public synchronized void close() {
        pause();
        clock.shutdownNow();
    }
}
