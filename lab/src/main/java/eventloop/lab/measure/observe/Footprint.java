package eventloop.lab.measure.observe;

import eventloop.lab.measure.result.Bytes;

/// What a process has of the machine at a moment.
///
/// @param threads of the operating system: a JVM has some of its own beside those of the program
/// @param memoryBytes physical memory
public record Footprint(int threads, long memoryBytes) {
    public long memoryMebibytes() {
        return Math.round(Bytes.mebibytes(memoryBytes));
    }
}
