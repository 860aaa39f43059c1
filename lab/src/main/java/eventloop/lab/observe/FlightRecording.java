package eventloop.lab.observe;

import eventloop.lab.server.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// A recording of a JVM's flight recorder, made from outside while the JVM is under load: how much its threads
/// allocate, and how long its garbage collector stops them.
///
/// The recorder costs a little processor time and some memory, so it is started for a stretch of load of its
/// own, behind all that is timed: what is observed must not be changed by observing.
public final class FlightRecording implements AutoCloseable {
    private static final String SETTINGS = "flight-recording.jfc";
    private static final String NAME = "name=lab";
    private static final String ALLOCATION = "jdk.ThreadAllocationStatistics";
    private static final String COLLECTION = "jdk.GarbageCollection";
    private static final double NANOS_A_MILLI = 1e6;

    private final long pid;
    private final Path directory;

    private FlightRecording(long pid, Path directory) {
        this.pid = pid;
        this.directory = directory;
    }

    /// Nothing, if the process is no JVM or does not let itself be watched.
    public static Optional<FlightRecording> start(long pid)
            throws IOException, InterruptedException {
        if (!isJvm(pid)) {
            return Optional.empty();
        }
        var recording = new FlightRecording(pid, Files.createTempDirectory("lab-recording"));
        var settings = recording.directory.resolve(SETTINGS);
        try (var resource = FlightRecording.class.getResourceAsStream(SETTINGS)) {
            Files.copy(resource, settings);
        }
        if (recording.order("JFR.start", NAME, "settings=" + settings)) {
            return Optional.of(recording);
        }
        recording.close();
        return Optional.empty();
    }

    private static boolean isJvm(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString().startsWith("java"))
                .orElse(false);
    }

    /// Ends the recording and reads it.
    ///
    /// @param requests answered since its start
    /// @return nothing, if the JVM has ended meanwhile
    public Optional<Heap> stop(long requests) throws IOException, InterruptedException {
        var file = directory.resolve("lab.jfr");
        return order("JFR.stop", NAME, "filename=" + file) && Files.exists(file)
                ? Optional.of(read(file, requests))
                : Optional.empty();
    }

    private boolean order(String... words) throws InterruptedException {
        try {
            Java.jcmd(pid, words);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static Heap read(Path file, long requests) throws IOException {
        var allocated = new HashMap<Long, LongSummaryStatistics>();
        var pauses = new LongSummaryStatistics();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                switch (event.getEventType().getName()) {
                    case ALLOCATION ->
                            allocated
                                    .computeIfAbsent(
                                            thread(event), _ -> new LongSummaryStatistics())
                                    .accept(event.getLong("allocated"));
                    case COLLECTION -> pauses.accept(event.getDuration("sumOfPauses").toNanos());
                    default -> {
                        // The recorder tells of itself, too.
                    }
                }
            }
        }
        return new Heap(
                requests,
                allocated.values().stream().mapToLong(FlightRecording::since).sum(),
                (int) pauses.getCount(),
                pauses.getSum() / NANOS_A_MILLI,
                Math.max(0, pauses.getMax()) / NANOS_A_MILLI);
    }

    private static long thread(RecordedEvent event) {
        return event.getThread("thread").getJavaThreadId();
    }

    /// Each thread is counted when the recording begins and when it ends. One that was not there at the begin
    /// has allocated all it has since.
    private static long since(LongSummaryStatistics counts) {
        return counts.getCount() == 1 ? counts.getMax() : counts.getMax() - counts.getMin();
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
