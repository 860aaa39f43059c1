package eventloop.faults;

import eventloop.http.Request;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Says on standard error what the server could not do. Any thread.
///
/// A client must not be able to fill a disk by failing often, or at length. So of what goes wrong in the world
/// outside at most [#LINES_A_SECOND] lines are written, each cut to [#LONGEST_LINE]; and a fault of the program is
/// written with its stack the first time, and then counted: its line comes again when the count has doubled. Where no
/// memory is left for a line, or for a class that it needs, it is left out: whoever logs goes on to close what has
/// failed, and must not fail over that.
///
/// Whoever logs waits until the line is taken, also the event loop: standard error is to lead to a file, or to somebody
/// who reads it.
public final class Log {
    private static final int LINES_A_SECOND = 20;

    /// In characters. A client can make a path as long as a request line may be, and each byte of it become three
    /// characters here.
    private static final int LONGEST_LINE = 500;

    private static final String LEFT_OUT = " ... ";

    /// More kinds of fault than this are not told apart, and share one count.
    private static final int MOST_KINDS = 100;

    /// How many problems there were in one second of the clock.
    private record Second(long number, int problems) {
        private Second withOneMore(long now) {
            return new Second(now, now == number ? problems + 1 : 1);
        }
    }

    private static final AtomicReference<Second> current = new AtomicReference<>(new Second(0, 0));
    private static final ConcurrentHashMap<String, AtomicLong> faults = new ConcurrentHashMap<>();

    private Log() {}

    /// Something outside failed: a disk, a network, the operating system.
    ///
    /// @param what happened, as the beginning of a sentence
    public static void problem(String what, Throwable cause) {
        try {
            long now = System.currentTimeMillis() / 1000;
            int problems = current.updateAndGet(second -> second.withOneMore(now)).problems();
            if (problems <= LINES_A_SECOND) {
                System.err.println(line(what, cause));
            }
        } catch (OutOfMemoryError | LinkageError leftOut) {
            // As said above.
        }
    }

    /// What was to come has not come, and is not waited for any longer (step 3).
    ///
    /// @param what is done about it, as the beginning of a sentence
    public static void nothingCame(String what, Duration time) {
        try {
            problem(
                    what,
                    new TimeoutException("nothing came for " + time.toMinutes() + " minutes"));
        } catch (OutOfMemoryError | LinkageError leftOut) {
            // As said above.
        }
    }

    /// The program itself failed to answer a request.
    public static void failedOn(Request request, Throwable cause) {
        try {
            fault("failed on " + request.path().encoded(), cause);
        } catch (OutOfMemoryError | LinkageError leftOut) {
            // As said above.
        }
    }

    /// The program itself failed.
    ///
    /// @param what happened, as the beginning of a sentence
    public static void fault(String what, Throwable cause) {
        try {
            write(what, cause, count(cause));
        } catch (OutOfMemoryError | LinkageError leftOut) {
            // As said above.
        }
    }

    /// Has what is needed for a line in place before anything goes wrong: where no memory is left, a class that is
    /// first used then cannot be loaded, and never again is.
    public static void prepare() {
        var example = new OutOfMemoryError();
        line(kindOf(example), example);
        example.printStackTrace(new PrintStream(OutputStream.nullOutputStream()));
    }

    private static long count(Throwable cause) {
        return faults.computeIfAbsent(kindOf(cause), _ -> new AtomicLong()).incrementAndGet();
    }

    private static void write(String what, Throwable cause, long count) {
        if (count == 1) {
            System.err.println(line(what, cause));
            cause.printStackTrace();
        } else if (Long.bitCount(count) == 1) {
            System.err.println(line(what, cause) + " (" + count + " times by now)");
        }
    }

    /// Faults are of one kind if the same was thrown in the same place.
    private static String kindOf(Throwable cause) {
        var stack = cause.getStackTrace();
        var kind = cause.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
        return faults.size() < MOST_KINDS || faults.containsKey(kind) ? kind : "others";
    }

    private static String line(String what, Throwable cause) {
        var now = Instant.ofEpochSecond(System.currentTimeMillis() / 1000);
        var line = now + " " + what + ": " + cause;
        return line.length() <= LONGEST_LINE ? line : withoutMiddle(line);
    }

    /// The beginning says what has failed, and the end says why.
    private static String withoutMiddle(String line) {
        int kept = (LONGEST_LINE - LEFT_OUT.length()) / 2;
        return new StringBuilder(line).replace(kept, line.length() - kept, LEFT_OUT).toString();
    }
}
