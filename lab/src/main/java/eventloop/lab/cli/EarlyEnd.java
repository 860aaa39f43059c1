package eventloop.lab.cli;

import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.server.Children;
import java.util.ArrayList;
import java.util.List;

/// What a command does when it is told to end before it is done: by Ctrl-C, or by SIGTERM.
///
/// ```
///   told to end ──► nothing is recorded any more ──► all processes end ──► what was recorded is kept
/// ```
///
/// In this order: a server that is ended fails, and its failure is no finding. Any thread.
final class EarlyEnd {
    private final List<Runnable> lastTasks = new ArrayList<>();
    private boolean hasBegun;

    private EarlyEnd() {}

    /// Is there from now on, also while nothing has been measured yet.
    static EarlyEnd prepare() {
        var end = new EarlyEnd();
        Runtime.getRuntime().addShutdownHook(new Thread(end::run, "end"));
        return end;
    }

    /// Records what has been found, unless the end has begun.
    synchronized void unlessBegun(Runnable recording) {
        // Hooks run beside each other, and another one may have ended the processes by now.
        if (!hasBegun && !Children.areEnding()) {
            recording.run();
        }
    }

    /// @param task shows and keeps what has been found, or removes what was made; the command itself may have done
    ///     that before
    synchronized void thenDo(Runnable task) {
        lastTasks.add(task);
    }

    private void run() {
        begin();
        Children.endAll();
        tasks().forEach(EarlyEnd::attempt);
    }

    /// A full disk costs one line, here as anywhere.
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            System.err.println("course: " + FailureWords.of(failure));
        }
    }

    /// Nothing is recorded any more.
    synchronized void begin() {
        hasBegun = true;
    }

    private synchronized List<Runnable> tasks() {
        return List.copyOf(lastTasks);
    }
}
