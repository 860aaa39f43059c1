package eventloop.lab.observe;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a server has cost while it was under load. Empty where the operating system does not tell.
///
/// @param mostThreads at once, at any look
/// @param peakMemoryBytes the most physical memory it has had at any time (VmHWM)
/// @param work phase by phase, in their order
/// @param threadsEnded threads seen at one look and gone at the next: switches they had counted in between are
///     missing in the work
/// @param bystanders share of all processors, from 0 to 1, that programs other than the lab's had, at worst
/// @param accepted connections that the whole machine has let in meanwhile
/// @param dropped connections that the kernel has turned away, since no server had accepted them in time
public record Observation(
        OptionalInt mostThreads,
        OptionalLong peakMemoryBytes,
        List<Work> work,
        int threadsEnded,
        OptionalDouble bystanders,
        OptionalLong accepted,
        OptionalLong dropped) {}
