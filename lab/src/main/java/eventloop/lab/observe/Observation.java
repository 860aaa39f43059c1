package eventloop.lab.observe;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a server has cost while it was under load. Empty where the operating system does not tell.
///
/// @param mostThreads at once, at any look
/// @param peakMemoryBytes the most physical memory it has had at any time (VmHWM)
/// @param closedSwitchesPerRequest context switches for each answer at its peak; see [ContextSwitches]
/// @param openSwitchesPerRequest the same at the fixed rate of arrivals
/// @param threadsEnded threads seen at one look and gone at the next: what they had counted in between is
///     missing above
/// @param bystanders share of all processors, from 0 to 1, that programs other than the lab's had, at worst
public record Observation(
        OptionalInt mostThreads,
        OptionalLong peakMemoryBytes,
        OptionalDouble closedSwitchesPerRequest,
        OptionalDouble openSwitchesPerRequest,
        int threadsEnded,
        OptionalDouble bystanders) {
    /// Phase by phase.
    public List<Work> work() {
        return List.of(
                new Work(
                        closedSwitchesPerRequest,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        peakMemoryBytes));
    }
}
