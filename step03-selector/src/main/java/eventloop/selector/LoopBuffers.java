package eventloop.selector;

import java.nio.ByteBuffer;

/// The two buffers of a loop. They serve all its connections, because only one connection is served at a
/// time: whatever is to outlast the turn has to be copied. Direct, because the operating system cannot
/// read into the heap or write from it: the JDK would copy every byte into a buffer like these.
///
/// @param input to read into. Its size also bounds what a client can leave with the server by sending
///     requests faster than they are answered.
/// @param output to put a response together in; one that fits leaves in one write
public record LoopBuffers(ByteBuffer input, ByteBuffer output) {
    private static final int INPUT_SIZE = 16 * 1024;
    private static final int OUTPUT_SIZE = 128 * 1024;

    public static LoopBuffers allocate() {
        return new LoopBuffers(
                ByteBuffer.allocateDirect(INPUT_SIZE), ByteBuffer.allocateDirect(OUTPUT_SIZE));
    }
}
