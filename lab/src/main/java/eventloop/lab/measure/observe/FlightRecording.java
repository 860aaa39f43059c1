package eventloop.lab.measure.observe;

import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.resource.Resource;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordingFile;
import jdk.management.jfr.FlightRecorderMXBean;

/// Has a JVM record what it does with its heap, while it is under load:
///
/// ```
///   start ──► load, as much as one likes ──► stop ──► Heap
/// ```
///
/// If it hears of the load's events, only what happens while requests are counted is in it, and not what it
/// costs to have the clients come. Otherwise all is, from the start to the stop.
///
/// For a stretch of load that is not timed, behind all that are: a JVM that has been asked about itself has
/// some threads and some megabytes more than before, to the end. The recording proper adds nothing to a
/// request. Pauses come from the flight recorder. It has no event for what threads allocated that have ended
/// since, so allocation is read from the JVM's own sum over all threads, which is exact.
public final class FlightRecording implements Consumer<LoadEvent>, AutoCloseable {
    private static final String SETTINGS = "flight-recording.jfc";
    private static final String PAUSE = "jdk.GCPhasePause";

    private final ManagedJvm jvm;
    private final FlightRecorderMXBean recorder;
    private final long recording;
    private Instant begin;
    private long allocatedBefore;
    private Optional<Instant> end = Optional.empty();
    private long allocatedUntilEnd;

    private FlightRecording(ManagedJvm jvm) throws IOException {
        this.jvm = jvm;
        recorder = jvm.flightRecorder();
        recording = recorder.newRecording();
        recorder.setRecordingOptions(recording, Map.of("disk", "false"));
        recorder.setConfiguration(recording, Resource.text(FlightRecording.class, SETTINGS));
        recorder.startRecording(recording);
        begin = Instant.now();
        allocatedBefore = jvm.allocatedBytes();
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

    /// The load is the same until the end of counting, and little is left of it then. So where it takes a busy
    /// JVM long to say how much it has allocated, it is the beginning that comes later.
    @Override
    public synchronized void accept(LoadEvent event) {
        switch (event) {
            case LoadEvent.CountingBegun _ -> {
                allocatedBefore = allocatedBytes();
                begin = Instant.now();
            }
            case LoadEvent.CountingEnded _ -> {
                end = Optional.of(Instant.now());
                allocatedUntilEnd = allocatedBytes();
            }
            case LoadEvent.Ready _, LoadEvent.Begun _, LoadEvent.Done _ -> {}
        }
    }

    /// That a JVM has ended is found out at the stop.
    private long allocatedBytes() {
        try {
            return jvm.allocatedBytes();
        } catch (IOException | UndeclaredThrowableException ended) {
            return 0;
        }
    }

    /// What has been recorded while the requests of a phase were counted.
    ///
    /// @param result of the phase whose events were heard
    /// @return nothing if the JVM has ended
    public Optional<Heap> stop(PhaseResult result) {
        double seconds = Duration.between(begin, end.orElseGet(Instant::now)).toNanos() / 1e9;
        return stop(Math.round(result.answeredMeanwhile() * seconds / result.seconds()));
    }

    /// What has been recorded since the start.
    ///
    /// @param requests answered meanwhile
    /// @return nothing if the JVM has ended
    public synchronized Optional<Heap> stop(long requests) {
        try (var directory = TemporaryDirectory.create("recording")) {
            long allocated =
                    (end.isPresent() ? allocatedUntilEnd : jvm.allocatedBytes()) - allocatedBefore;
            var file = directory.path().resolve("pauses.jfr");
            recorder.copyTo(recording, file.toString());
            recorder.closeRecording(recording);
            return Optional.of(Heap.of(requests, allocated, pauses(file)));
        } catch (IOException | UndeclaredThrowableException ended) {
            return Optional.empty();
        }
    }

    private List<Duration> pauses(Path file) throws IOException {
        var pauses = new ArrayList<Duration>();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals(PAUSE)
                        && isWithin(event.getStartTime())) {
                    pauses.add(event.getDuration());
                }
            }
        }
        return pauses;
    }

    private boolean isWithin(Instant time) {
        return !time.isBefore(begin) && end.map(time::isBefore).orElse(true);
    }

    /// Leaves the JVM alone. A recording that was not stopped goes on in it, unseen.
    @Override
    public void close() {
        jvm.close();
    }
}
