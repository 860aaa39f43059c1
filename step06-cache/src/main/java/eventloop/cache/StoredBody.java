package eventloop.cache;

import eventloop.cache.Memory.Block;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Content that lies in the cache's [Memory], outside the heap, where the operating system can take it as it is:
/// what is sent from the heap has to be copied out of it first, since the garbage collector may move it
/// meanwhile.
///
/// It is on its way to any number of clients at once, and stays where it is until the last of them has it,
/// though the cache may have let it go: its holders are counted, and each gives it back by closing it. Loop
/// thread only.
final class StoredBody implements Body {
    /// In bytes: from this size on, more buffers in the write cost less than a copy into the first.
    private static final int GATHERED_FROM = 16 * 1024;

    /// In bytes: how much may go in one turn, so that others need not wait long for theirs.
    static final int SHARE = 256 * 1024;

    private final Memory memory;
    private final List<Block> blocks;
    private final long length;

    /// For one write: the head goes first; then come the bytes that it sends.
    private final ByteBuffer[] gathered;

    private int holders = 1;

    /// Its maker is its first holder.
    ///
    /// @param blocks as they were taken from `memory`, which gets them back when its last holder has closed it
    StoredBody(Memory memory, List<Block> blocks, long length) {
        this.memory = memory;
        this.blocks = blocks;
        this.length = length;
        this.gathered = new ByteBuffer[1 + blocks.size()];
    }

    /// Where its content is put, before it is sent to anybody.
    MemoryChannel inside() {
        return new MemoryChannel(blocks.stream().map(Block::bytes).toList());
    }

    /// One holder more, who gives it back by closing it.
    void hold() {
        holders++;
    }

    @Override
    public long length() {
        return length;
    }

    // tag::send[]
    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        long end = Math.min(to, from + SHARE);
        int count = gather(from, end);
        if (end - from < GATHERED_FROM) {
            for (int i = 1; i <= count; i++) {
                out.buffer().put(gathered[i]);
            }
            out.flush();
        } else {
            gathered[0] = out.buffer();
            out.flush(gathered, 1 + count);
        }
    }

    // end::send[]

    /// Puts the bytes of `[from, end)` into the places behind the head.
    ///
    /// @return in how many buffers they are
    private int gather(long from, long end) {
        int count = 0;
        long start = 0;
        for (var block : blocks) {
            var bytes = block.bytes();
            long behind = start + bytes.capacity();
            if (behind > from && start < end) {
                bytes.limit((int) (Math.min(behind, end) - start));
                bytes.position((int) (Math.max(start, from) - start));
                gathered[++count] = bytes;
            }
            start = behind;
        }
        return count;
    }

    @Override
    public void close() {
        if (--holders == 0) {
            memory.giveBack(blocks);
        }
    }
}
