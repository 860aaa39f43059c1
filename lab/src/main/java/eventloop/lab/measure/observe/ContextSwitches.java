package eventloop.lab.measure.observe;

import java.util.Map;
import java.util.Optional;

/// The context switches of all threads of a process, from when this was made on.
///
/// Linux counts them for each thread, and forgets the count with the thread: what threads did that have ended
/// before the last look is lost. How long the whole process had a processor it does not forget. So that much
/// is known: for how much of the work switches were counted. If it is not nearly all, nothing is claimed.
final class ContextSwitches {
    private static final double NEARLY_ALL = 0.9;

    /// The time of the whole process is cut off to hundredths of seconds, twice.
    private static final double SECONDS_UNSURE = 0.02;

    private final ProcessFiles files;
    private final Optional<ProcessorTime> processBefore;
    private final Map<Integer, ThreadWork> threadsBefore;

    ContextSwitches(ProcessFiles files) {
        this.files = files;
        processBefore = files.stat().processorTime();
        threadsBefore = files.workByThread();
    }

    /// Looks at every thread, which takes some 20 ms for a thousand of them. Nothing where the operating
    /// system does not tell, or has forgotten.
    Optional<ThreadWork> untilNow() {
        var process =
                files.stat()
                        .processorTime()
                        .flatMap(now -> processBefore.map(before -> now.since(before)));
        var threads = ThreadWork.between(threadsBefore, files.workByThread());
        return process.filter(whole -> isNearlyAll(threads, whole)).map(_ -> threads);
    }

    private static boolean isNearlyAll(ThreadWork threads, ProcessorTime process) {
        return threads.processorSeconds() >= process.seconds() * NEARLY_ALL - SECONDS_UNSURE;
    }
}
