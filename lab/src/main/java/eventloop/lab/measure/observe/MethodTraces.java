package eventloop.lab.measure.observe;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.management.jfr.RemoteRecordingStream;

/// What chosen methods of another JVM do, told by that JVM while it runs: its flight recorder can time any method by its
/// name (JEP 520). So nothing stands in the program for it, and as long as nobody listens it costs nothing.
///
/// A call is told of about a second after its end. One that has not returned yet is not told of; nor are those of a class
/// that was loaded after the beginning, for the recorder tells of them without a name. So let a program do once all that is
/// to be traced, and then begin.
public final class MethodTraces implements AutoCloseable {
    private static final String EVENT = "jdk.MethodTrace";

    /// What has to end with the lab, which Ctrl-C may end: a program that goes on must not go on recording.
    private static final Set<MethodTraces> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> OPEN.forEach(MethodTraces::close), "traces"));
    }

    private final ManagedJvm jvm;
    private final RemoteRecordingStream stream;

    private MethodTraces(ManagedJvm jvm, RemoteRecordingStream stream) {
        this.jvm = jvm;
        this.stream = stream;
        OPEN.add(this);
    }

    /// @param methods each as in `java.util.List::add`; those that the JVM does not know are never told of
    /// @param listener hears of calls one after the other, on a thread of its own
    /// @throws IOException if the process is not a JVM of ours, or does not let itself be asked
    public static MethodTraces of(
            long pid, Collection<String> methods, Consumer<TracedCall> listener)
            throws IOException {
        if (!ManagedJvm.is(pid)) {
            throw new IOException(
                    "process %d is not run by the Java of this course".formatted(pid));
        }
        var jvm = ManagedJvm.attach(pid);
        try {
            var traces = new MethodTraces(jvm, jvm.recordingStream());
            traces.begin(methods, listener);
            return traces;
        } catch (IOException | RuntimeException unwilling) {
            jvm.close();
            throw unwilling;
        }
    }

    private void begin(Collection<String> methods, Consumer<TracedCall> listener) {
        try {
            stream.setSettings(settings(methods));
            stream.onEvent(EVENT, event -> call(event).ifPresent(listener));
            // It has ended: whoever has started it will see.
            stream.onError(_ -> {});
            stream.startAsync();
        } catch (RuntimeException unwilling) {
            close();
            throw unwilling;
        }
    }

    private static Map<String, String> settings(Collection<String> methods) {
        return Map.of(
                EVENT + "#enabled", "true",
                EVENT + "#threshold", "0 ns",
                EVENT + "#stackTrace", "false",
                EVENT + "#filter", String.join(";", methods));
    }

    private static Optional<TracedCall> call(RecordedEvent event) {
        return Optional.ofNullable(event.<RecordedMethod>getValue("method"))
                .map(method ->
                        new TracedCall(
                                name(event.getThread("eventThread")),
                                method.getType().getName() + "::" + method.getName(),
                                event.getStartTime(),
                                event.getDuration()));
    }

    /// A virtual thread has no name unless it was given one.
    private static String name(RecordedThread thread) {
        var name = thread.getJavaName();
        return name == null || name.isEmpty() ? "thread " + thread.getJavaThreadId() : name;
    }

    @Override
    public void close() {
        OPEN.remove(this);
        try (jvm) {
            stream.close();
        }
    }
}
