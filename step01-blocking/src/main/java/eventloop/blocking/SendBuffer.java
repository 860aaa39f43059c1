package eventloop.blocking;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// How much of a response the kernel may hold that its client has not read yet (SO_SNDBUF), and in what pieces a
/// response is handed to it.
///
/// The kernel wakes a thread that is blocked in a write when about a third of the buffer is free, and not
/// before. A large buffer serves a quick client: its thread is woken rarely. With a slow client it does harm: one
/// that reads a few kilobytes a second seems to read nothing for minutes. So the buffer begins small, becomes large
/// for a client who reads quickly, and small again after a write that took long. That is known only when the write
/// has ended: a client who turns slow while the buffer is large may be taken for one who does not read at all.
///
/// Used by the thread of its connection.
final class SendBuffer {
    private static final int SMALL = 32 * 1024;
    private static final int LARGE = 256 * 1024;
    private static final int PIECES = 4;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// In bytes: up to here even a client that reads nothing seems to be quick, since two kernels take the bytes for
    /// it. Its own has room for 128 KiB unless it asks for more; ours takes up to twice [#SMALL]. Together that is
    /// 192 KiB. The rest is margin: a buffer that becomes large late costs little.
    private static final int TAKEN_BY_ANYBODY = 320 * 1024;

    private final SocketChannel channel;

    /// In bytes: what the kernel was told last.
    private int size;

    /// In bytes: what the client has taken since it was last judged.
    private long taken;

    /// In nanoseconds: how long the client made the thread wait for that.
    private long waited;

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
        waited += nanos;
        if (nanos > SECOND) {
            resize(SMALL);
            countAnew();
        } else if (taken > TAKEN_BY_ANYBODY) {
            if (waited < SECOND) {
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
        waited = 0;
    }
}
