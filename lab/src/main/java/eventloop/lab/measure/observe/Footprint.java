package eventloop.lab.measure.observe;

/// What a process has of the machine at a moment.
///
/// @param threads of the operating system: a JVM has some of its own beside those of the program
/// @param memoryBytes physical memory
public record Footprint(int threads, long memoryBytes) {
    private static final int MEBIBYTE = 1 << 20;

    public long memoryMebibytes() {
        return Math.round((double) memoryBytes / MEBIBYTE);
    }
}
