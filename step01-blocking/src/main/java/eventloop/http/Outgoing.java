package eventloop.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;

/// The way out for a response: the channel, and a buffer in which what is unsent of the head waits for the
/// content that goes with it. Head and content are to leave together: each write is a system call, and a
/// head that travels alone is a packet of its own.
///
/// A body uses it in one of three ways: it puts its bytes behind the head and calls [#flush()] (step 1); or it leaves
/// them where they are, and has them written behind the head ([#flush(ByteBuffer\[\], int)], steps 5 and 6); or, where
/// no head is left, it has bytes moved to the [#channel], and notes by [#noteSent] what became of them (step 7).
///
/// One serves many responses, one turn after the other: nothing in it outlasts the turn. One thread at a time.
public final class Outgoing {
    private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);

    private final ByteBuffer buffer;
    private GatheringByteChannel channel;
    private int head;
    private long sent;
    private boolean full;

    /// @param capacity of the buffer in bytes: it must hold any head, and is what a body that copies can
    ///     send in one turn
    public Outgoing(int capacity) {
        // Direct: the garbage collector may move an array of the heap while the operating system
        // reads it, so the JDK would first copy every byte into a buffer like this one.
        this(ByteBuffer.allocateDirect(capacity));
    }

    /// @param buffer all of which is used (step 5)
    public Outgoing(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /// Begins a turn. What stands in [#buffer] is the head.
    void begin(GatheringByteChannel channel) {
        this.channel = channel;
        this.head = buffer.position();
        this.sent = 0;
        this.full = false;
    }

    /// Begins a turn of content without a head: what goes to memory has none (steps 5 and 6).
    public Outgoing beginContent(GatheringByteChannel channel) {
        buffer.clear();
        begin(channel);
        return this;
    }

    /// The unsent head, and behind its end room for content.
    public ByteBuffer buffer() {
        return buffer;
    }

    public GatheringByteChannel channel() {
        return channel;
    }

    /// Writes the buffer: the head, and what was put behind it.
    public void flush() throws IOException {
        sent = channel.write(buffer.flip());
        full = buffer.hasRemaining();
    }

    /// Writes the buffer, and behind it bytes that stay where they are.
    ///
    /// @param gathered the [#buffer], and behind it bytes of the body, the last of them not empty
    /// @param count how many of these are written
    public void flush(ByteBuffer[] gathered, int count) throws IOException {
        buffer.flip();
        sent = channel.write(gathered, 0, count);
        full = gathered[count - 1].hasRemaining();
    }

    /// Sends nothing in this turn: all of the head is left.
    void keepHead() {
        buffer.flip();
    }

    /// Notes what the channel took.
    ///
    /// @param count in bytes, those of the head first
    /// @param full whether the channel would have taken no more
    public void noteSent(long count, boolean full) {
        this.sent = count;
        this.full = full;
    }

    /// How many bytes of the body went in this turn.
    public long contentSent() {
        return Math.max(0, sent - head);
    }

    /// Whether the channel took less than it was offered.
    public boolean isFull() {
        return full;
    }

    /// Whether this turn has left something of the head.
    public boolean hasHeadLeft() {
        return buffer.position() < head;
    }

    boolean tookSome() {
        return sent > 0;
    }

    /// What this turn left of the head, as a copy that may be kept.
    ByteBuffer copyOfHeadLeft() {
        if (!hasHeadLeft()) {
            return NO_BYTES;
        }
        int left = head - buffer.position();
        return ByteBuffer.allocate(left).put(0, buffer, buffer.position(), left);
    }
}
