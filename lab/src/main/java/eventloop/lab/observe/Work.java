package eventloop.lab.observe;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What one phase of load has cost a server. Empty where the operating system does not tell.
public record Work(
        OptionalDouble switchesPerRequest,
        OptionalDouble processorMicrosPerRequest,
        OptionalDouble processorShare,
        OptionalLong residentMemoryBytes) {}
