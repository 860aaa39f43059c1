package eventloop.lab.measure.observe;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What one phase of load has cost a server. Empty where the operating system does not tell.
///
/// Processor time is that of the counted part of a phase: the lead-in, in which a server may still be
/// compiling itself, is left out. Context switches are those of the whole phase, since the threads of a server
/// with one for each client begin with it. Each is divided by the right answers of the same time.
///
/// @param processorShare how much of its time the server had a processor; 1 is one processor, all of the time
/// @param userMicrosPerRequest processor time in the server's own code
/// @param systemMicrosPerRequest the same in the kernel
/// @param switchesPerRequest context switches; see [ContextSwitches] for when they are not known
/// @param forcedSwitchesPerRequest those in which another's turn had come; in the others, a thread had to wait
/// @param residentMemoryBytes physical memory when counting ended and all clients were still there
public record PhaseCost(
        OptionalDouble processorShare,
        OptionalDouble userMicrosPerRequest,
        OptionalDouble systemMicrosPerRequest,
        OptionalDouble switchesPerRequest,
        OptionalDouble forcedSwitchesPerRequest,
        OptionalLong residentMemoryBytes) {

    static final PhaseCost UNKNOWN =
            new PhaseCost(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty());

    public OptionalDouble processorMicrosPerRequest() {
        return userMicrosPerRequest.isPresent() && systemMicrosPerRequest.isPresent()
                ? OptionalDouble.of(
                        userMicrosPerRequest.getAsDouble() + systemMicrosPerRequest.getAsDouble())
                : OptionalDouble.empty();
    }

    public OptionalDouble voluntarySwitchesPerRequest() {
        return switchesPerRequest.isPresent() && forcedSwitchesPerRequest.isPresent()
                ? OptionalDouble.of(
                        switchesPerRequest.getAsDouble() - forcedSwitchesPerRequest.getAsDouble())
                : OptionalDouble.empty();
    }
}
