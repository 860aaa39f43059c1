package eventloop.lab.measure.observe;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a server has cost while it was under load. Empty where the operating system does not tell.
///
/// @param mostThreads at once, at any look
/// @param peakMemoryBytes the most physical memory it has had at any time (VmHWM)
/// @param work phase by phase, in their order
/// @param bystanders share of all processors, from 0 to 1, that programs other than the lab's had, at worst
/// @param dropped attempts to connect that were ignored meanwhile, for the server had not taken those before; to
///     whatever server of the whole machine, see [DroppedConnections]
public record Observation(
        OptionalInt mostThreads,
        OptionalLong peakMemoryBytes,
        List<PhaseCost> work,
        OptionalDouble bystanders,
        OptionalLong dropped) {

    /// Without what belongs to one process: for a server of several, of which only one was watched.
    public Observation withoutTheProcess() {
        return new Observation(
                OptionalInt.empty(),
                OptionalLong.empty(),
                Collections.nCopies(work.size(), PhaseCost.UNKNOWN),
                bystanders,
                dropped);
    }
}
