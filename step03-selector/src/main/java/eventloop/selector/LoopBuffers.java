package eventloop.selector;

import eventloop.http.Outgoing;
import java.nio.ByteBuffer;

/// The two buffers of a loop. They serve all its connections, because only one connection is served at a
/// time: whatever is to outlast the turn has to be copied.
///
/// @param input to read into
/// @param output to put a response together in; one that fits leaves in one write
public record LoopBuffers(ByteBuffer input, Outgoing output) {
    /// In bytes: what leaves in one write, head and content together.
    public static final int OUTPUT_SIZE = 128 * 1024;

    private static final int INPUT_SIZE = 16 * 1024;

    public static LoopBuffers allocate() {
        // Direct, for the reason given at Outgoing.
        return new LoopBuffers(ByteBuffer.allocateDirect(INPUT_SIZE), new Outgoing(OUTPUT_SIZE));
    }
}
