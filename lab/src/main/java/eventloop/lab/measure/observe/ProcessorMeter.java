package eventloop.lab.measure.observe;

import java.util.Map;
import java.util.OptionalDouble;

/// How long several processes have had processors since this was made: exactly, and by the threads that are there when
/// it is read. What a thread has done that has ended meanwhile the kernel forgets with it; so nothing of it is counted,
/// nor is what it had done before taken off.
public final class ProcessorMeter {
    private final ProcessGroup processes;
    private final Map<Integer, ThreadWork> before;

    public ProcessorMeter(ProcessGroup processes) {
        this.processes = processes;
        before = processes.workByThread();
    }

    /// Empty where the system does not tell.
    public OptionalDouble seconds() {
        var now = processes.workByThread();
        return now.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ThreadWork.between(before, now).processorSeconds());
    }
}
