package eventloop.blocking;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// What the kernel holds of a response that its client has not read yet: how much, and in what pieces it is
/// handed over.
///
/// The kernel wakes a thread that is blocked in a write when about a third of the buffer is free, and not
/// before. If the buffer is large, a client who reads a few kilobytes a second seems to read nothing for
/// minutes; if it is small, the thread of a quick client is woken far more often than it need be. So it is small
/// at first, large for a client who reads quickly, and small again for one who has become slow. That shows when a
/// write has ended: who turns slow while the buffer is large may seem to read nothing until the time for it is over.
///
/// Used by the thread of its connection.
final class SendBuffer {
    private static final int SMALL = 32 * 1024;
    private static final int LARGE = 256 * 1024;
    private static final int PIECES = 4;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// In bytes: so many even a slow client seems to take at once. Its kernel has 128 KiB for them unless it asks for
    /// more, and ours takes up to twice the size that it is told. Together that is 192 KiB, and the rest is margin: a
    /// buffer that becomes large late costs little.
    private static final int TAKEN_BY_ANYBODY = 320 * 1024;

    private final SocketChannel channel;

    /// In bytes, as what has been taken.
    private int size;

    private long taken;

    /// In nanoseconds: how long the client made the thread wait meanwhile.
    private long time;

    SendBuffer(SocketChannel channel) throws IOException {
        this.channel = channel;
        resize(SMALL);
    }

    /// How many bytes are to be written at once: once the thread is woken there is room for them.
    int piece() {
        return size / PIECES;
    }

    /// Takes note of a write, and draws the conclusion.
    ///
    /// @param nanos how long the client made the thread wait for it
    void adapt(int count, long nanos) throws IOException {
        taken += count;
        time += nanos;
        if (nanos > SECOND) {
            resize(SMALL);
            countAnew();
        } else if (taken > TAKEN_BY_ANYBODY) {
            if (time < SECOND) {
                resize(LARGE);
            }
            countAnew();
        }
    }

    private void resize(int newSize) throws IOException {
        if (size != newSize) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, newSize);
            size = newSize;
        }
    }

    private void countAnew() {
        taken = 0;
        time = 0;
    }
}
