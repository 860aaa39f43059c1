package eventloop.lab.measure.observe;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// How long several processes have had processors since this was made: exactly, and by the threads that are there when
/// it is read. What a thread has done that has ended meanwhile the kernel forgets with it; so nothing of it is counted,
/// nor is what it had done before taken off.
public final class ProcessorMeter {
    private final Supplier<Map<Integer, ThreadWork>> work;
    private final Map<Integer, ThreadWork> before;
    private final long begin;

    private ProcessorMeter(Supplier<Map<Integer, ThreadWork>> work) {
        this.work = work;
        before = work.get();
        begin = System.nanoTime();
    }

    public static ProcessorMeter of(ProcessGroup processes) {
        return new ProcessorMeter(processes::workByThread);
    }

    /// Of the threads alone that compile, where these are JVMs.
    public static ProcessorMeter ofCompilers(ProcessGroup processes) {
        return new ProcessorMeter(processes::workOfCompilers);
    }

    /// Empty where the system does not tell, or there are no such threads.
    public OptionalDouble seconds() {
        var now = work.get();
        return now.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ThreadWork.between(before, now).processorSeconds());
    }

    /// The same as a share of the time since this was made: 1 is one processor, all of the time.
    public OptionalDouble share() {
        double elapsed = (System.nanoTime() - begin) / 1e9;
        return seconds().stream().map(busy -> busy / elapsed).findFirst();
    }
}
