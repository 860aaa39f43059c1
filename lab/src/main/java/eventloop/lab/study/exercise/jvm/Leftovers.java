package eventloop.lab.study.exercise.jvm;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What a run has left behind: threads that go on, ports that are still open. Virtual threads are not among them: the
/// JDK lists none.
///
/// @param before the threads that were there already
/// @param objections finds the student's line
record Leftovers(Set<Thread> before, Objections objections) {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final String WHY_THREAD =
            "who starts a thread ends it, or each try leaves one more; has the server been closed?";
    private static final String WHY_PORT =
            "who opens a port closes it, or the next server cannot have it";

    static Leftovers from(Objections objections) {
        return new Leftovers(Thread.getAllStackTraces().keySet(), objections);
    }

    Optional<Objection> find() {
        var port =
                WatchedSockets.openPort()
                        .or(WatchedServerSockets::openPort)
                        .map(number ->
                                new Objection(
                                        "no port open",
                                        "port " + number + " is still open",
                                        "",
                                        WHY_PORT));
        return port.or(this::thread);
    }

    /// A thread that has been told to end may take a moment.
    private Optional<Objection> thread() {
        long deadline = System.nanoTime() + PATIENCE;
        var found = newThread();
        while (found.isPresent() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            found = newThread();
        }
        return found;
    }

    private Optional<Objection> newThread() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> !before.contains(entry.getKey()))
                .filter(entry -> !entry.getKey().isDaemon() || isOfTheCourse(entry.getValue()))
                .map(this::objection)
                .findFirst();
    }

    private Objection objection(Map.Entry<Thread, StackTraceElement[]> thread) {
        return new Objection(
                "no thread running",
                "thread \"" + thread.getKey().getName() + "\" still runs",
                objections.place(thread.getValue()).orElse(""),
                WHY_THREAD);
    }

    /// Daemons may be threads of the JDK and of the test libraries, which end with the JVM. A pool of the student's has
    /// none of them: its threads, which wait for work in the JDK's code, keep a JVM alive.
    private static boolean isOfTheCourse(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .anyMatch(
                        name -> name.startsWith("eventloop.") && !name.startsWith("eventloop.lab"));
    }
}
