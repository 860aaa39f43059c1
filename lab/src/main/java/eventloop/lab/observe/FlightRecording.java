package eventloop.lab.observe;

import eventloop.lab.server.TemporaryDirectory;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordingFile;
import jdk.management.jfr.FlightRecorderMXBean;

/// Has a JVM record what it does with its heap, while it is under load:
///
/// ```
///   start ──► load, as much as one likes ──► stop ──► Heap
/// ```
///
/// For a stretch of load that is not timed, behind all that are: a JVM that has been asked about itself has
/// some threads and some megabytes more than before, to the end. The recording proper adds nothing to a
/// request. Pauses come from the flight recorder. It has no event for what threads allocated that have ended
/// since, so allocation is read from the JVM's own sum over all threads, which is exact.
public final class FlightRecording implements AutoCloseable {
    private static final String SETTINGS = "flight-recording.jfc";
    private static final String PAUSE = "jdk.GCPhasePause";

    private final ManagedJvm jvm;
    private final FlightRecorderMXBean recorder;
    private final long recording;
    private final long allocatedBefore;

    private FlightRecording(ManagedJvm jvm) throws IOException {
        this.jvm = jvm;
        recorder = jvm.flightRecorder();
        recording = recorder.newRecording();
        recorder.setRecordingOptions(recording, Map.of("disk", "false"));
        recorder.setConfiguration(recording, settings());
        recorder.startRecording(recording);
        allocatedBefore = jvm.allocatedBytes();
    }

    private static String settings() throws IOException {
        try (var settings = FlightRecording.class.getResourceAsStream(SETTINGS)) {
            return new String(settings.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Takes a second or two of a server's processor, so it is for a server that nobody waits for.
    ///
    /// @return nothing if the process is not a JVM of ours, or does not let itself be asked
    public static Optional<FlightRecording> start(long pid) {
        if (!ManagedJvm.is(pid)) {
            return Optional.empty();
        }
        try {
            var jvm = ManagedJvm.attach(pid);
            try {
                return Optional.of(new FlightRecording(jvm));
            } catch (IOException | RuntimeException unwilling) {
                jvm.close();
                throw unwilling;
            }
        } catch (IOException | UndeclaredThrowableException unwilling) {
            return Optional.empty();
        }
    }

    /// What has been recorded since the start.
    ///
    /// @param requests answered meanwhile
    /// @return nothing if the JVM has ended
    public Optional<Heap> stop(long requests) {
        try (var directory = TemporaryDirectory.create("recording")) {
            long allocated = jvm.allocatedBytes() - allocatedBefore;
            var file = directory.path().resolve("pauses.jfr");
            recorder.copyTo(recording, file.toString());
            recorder.closeRecording(recording);
            return Optional.of(Heap.of(requests, allocated, pauses(file)));
        } catch (IOException | UndeclaredThrowableException ended) {
            return Optional.empty();
        }
    }

    private static List<Duration> pauses(Path file) throws IOException {
        var pauses = new ArrayList<Duration>();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals(PAUSE)) {
                    pauses.add(event.getDuration());
                }
            }
        }
        return pauses;
    }

    /// Leaves the JVM alone. A recording that was not stopped goes on in it, unseen.
    @Override
    public void close() {
        jvm.close();
    }
}
