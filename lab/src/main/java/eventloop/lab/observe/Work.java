package eventloop.lab.observe;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What one phase of load has cost a server. Empty where the operating system does not tell.
///
/// @param processorShare of one processor that the server had, from the phase's begin to the end of counting
/// @param userMicrosPerRequest processor time in the server's own code, for each right answer
/// @param systemMicrosPerRequest the same in the kernel
/// @param voluntarySwitchesPerRequest a thread had to wait; see [ContextSwitches] for what is missing
/// @param forcedSwitchesPerRequest another's turn had come
/// @param residentMemoryBytes physical memory at the end of counting (VmRSS)
public record Work(
        OptionalDouble processorShare,
        OptionalDouble userMicrosPerRequest,
        OptionalDouble systemMicrosPerRequest,
        OptionalDouble voluntarySwitchesPerRequest,
        OptionalDouble forcedSwitchesPerRequest,
        OptionalLong residentMemoryBytes) {

    public OptionalDouble processorMicrosPerRequest() {
        return sum(userMicrosPerRequest, systemMicrosPerRequest);
    }

    public OptionalDouble switchesPerRequest() {
        return sum(voluntarySwitchesPerRequest, forcedSwitchesPerRequest);
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() + other.getAsDouble())
                : OptionalDouble.empty();
    }
}
