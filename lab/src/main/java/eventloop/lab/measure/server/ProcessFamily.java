package eventloop.lab.measure.server;

import java.util.stream.Stream;

/// A process and those that it has started: of many servers, others serve than the one that the lab has started.
public final class ProcessFamily {
    private ProcessFamily() {}

    /// Those that are alive now, itself last.
    public static Stream<ProcessHandle> of(ProcessHandle process) {
        return Stream.concat(process.descendants(), Stream.of(process));
    }

    /// The same; nobody if there is no such process any more.
    public static Stream<ProcessHandle> of(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(ProcessFamily::of);
    }
}
