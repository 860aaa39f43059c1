package eventloop.lab.study.vast;

import eventloop.lab.measure.observe.MachineMemory;
import eventloop.lab.measure.observe.ProcessGroup;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How much memory it takes that so many clients stand.
///
/// @param residentBytes of all processes of the server; what several share counts for each
/// @param proportionalBytes the same; of what it shares with others, its part alone counts for each (the "proportional set
///     size" of proc_pid_smaps(5)). Others are not only these processes: a page of the JDK is shared with the load's JVMs as
///     well, so that they bear a little of it
/// @param kernelBytes that the kernel has taken since before the server was started: for both ends of each
///     connection, and for the processes of server and load
/// @param heapBytesAClient in use in a JVM, without garbage
public record MemoryTaken(
        OptionalLong residentBytes,
        OptionalLong proportionalBytes,
        OptionalLong kernelBytes,
        OptionalDouble heapBytesAClient) {
    /// @param before the machine's, before the server was started
    /// @param heapBefore of the server's first process, before the first client came
    static MemoryTaken of(ProcessGroup server, MachineMemory before, HeapInUse heapBefore)
            throws InterruptedException {
        var resident = server.residentBytes();
        var proportional = server.proportionalBytes();
        var kernel = MachineMemory.now().kernelBytesSince(before);
        // Last, for it changes the others: memory is given back, and JVMs are started to ask.
        var heap = heapBefore.collectAgain();
        return new MemoryTaken(resident, proportional, kernel, heap);
    }
}
