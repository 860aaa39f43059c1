package eventloop.lab.measure.observe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Main program of a [Servant]: does what stands on each line of its input, and ends with the input.
final class Labour {
    static final String DONE = "done";

    private static final int TURNS_BETWEEN_LOOKS = 10_000;
    private static final int ARRAY_HEADER_BYTES = 16;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// So that the compiler does not find out that nobody needs it.
    private static volatile byte[] latest = {};

    private static Arena held = Arena.ofConfined();

    private Labour() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var orders = new BufferedReader(new InputStreamReader(System.in));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            var words = order.split(" ");
            int amount = Integer.parseInt(words[1]);
            int threads = words.length > 2 ? Integer.parseInt(words[2]) : 1;
            switch (words[0]) {
                case "burn" -> burn(amount);
                case "burn-apart" -> oneAfterAnother(threads, () -> burn(amount));
                case "burn-on" -> start(threads, () -> burn(amount));
                case "read" -> read(amount);
                case "sleep" -> sleep(amount);
                case "hold" -> hold(amount);
                case "release" -> held.close();
                case "allocate" -> allocate(amount);
                case "allocate-apart" -> oneAfterAnother(threads, () -> allocate(amount));
                case "collect" -> System.gc();
                default -> throw new IllegalArgumentException(order);
            }
            System.out.println(DONE);
        }
    }

    private static void oneAfterAnother(int threads, Runnable labour) throws InterruptedException {
        for (int i = 0; i < threads; i++) {
            start(1, labour).getFirst().join();
        }
    }

    private static List<Thread> start(int threads, Runnable labour) {
        var started = new ArrayList<Thread>();
        for (int i = 0; i < threads; i++) {
            started.add(Thread.ofPlatform().daemon().start(labour));
        }
        return started;
    }

    /// Has a processor for so many milliseconds, however often others have it in between.
    private static void burn(int millis) {
        long end = THREADS.getCurrentThreadCpuTime() + millis * 1_000_000L;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            for (int turn = 0; turn < TURNS_BETWEEN_LOOKS; turn++) {
                Thread.onSpinWait();
            }
        }
    }

    /// The same, but has it in the kernel.
    private static void read(int millis) throws IOException {
        long end = THREADS.getCurrentThreadCpuTime() + millis * 1_000_000L;
        var buffer = ByteBuffer.allocateDirect(1 << 20);
        try (var zeros = FileChannel.open(Path.of("/dev/zero"))) {
            while (THREADS.getCurrentThreadCpuTime() < end) {
                zeros.read(buffer.clear());
            }
        }
    }

    /// So many times, for about a millisecond each.
    private static void sleep(int times) {
        for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// Memory outside the heap. It is real only when it has been written to, and that it is: with zeros.
    private static void hold(int mebibytes) {
        held = Arena.ofConfined();
        held.allocate((long) mebibytes << 20);
    }

    private static void allocate(int kibibytes) {
        for (int i = 0; i < kibibytes; i++) {
            latest = new byte[1024 - ARRAY_HEADER_BYTES];
        }
    }
}
