package eventloop.blocking;

import eventloop.faults.Closing;
import eventloop.http.SequentialChannel;
import eventloop.server.Settings;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A client's socket whose reads and writes block, but none of them for ever. Only the time that the client takes
/// is counted: not the time in a queue for a thread, and not the disk's.
///
/// A thread that is blocked cannot look at a clock, so it notes what it waits for and until when, and the
/// [Watchdog] ends what lasts too long. Called by the thread of the connection, but for [#endIfLate], which is the
/// watchdog's, and [#endIfIdle] and [#abort], which the watchdog and the thread that closes the server may call.
final class TimedSocket implements SequentialChannel, Watchdog.Watched {
    /// A wait that has lasted this long is a real one: a thread that was about to block in its read has done so, and a
    /// client has received the answer that was sent before.
    static final Duration MOMENT = Duration.ofMillis(100);

    private enum Awaited {
        /// Not the client.
        NOTHING,
        REQUEST,
        /// In the socket's send buffer.
        ROOM,
        END_OF_INPUT
    }

    /// @param since when, by [System#nanoTime], as the deadline
    private record Wait(Awaited awaited, long since, long deadline) {
        /// Its times mean nothing.
        private static final Wait NONE = new Wait(Awaited.NOTHING, 0, 0);

        private static Wait atMost(Duration time, Awaited awaited) {
            long now = System.nanoTime();
            return new Wait(awaited, now, now + time.toNanos());
        }

        private boolean hasLasted(Duration time) {
            return System.nanoTime() - since >= time.toNanos();
        }
    }

    private final SocketChannel channel;
    private final SendBuffer sendBuffer;
    private final Settings settings;
    private final Watchdog watchdog;
    private volatile Wait wait = Wait.NONE;

    TimedSocket(SocketChannel channel, Settings settings, Watchdog watchdog) throws IOException {
        this.channel = channel;
        this.sendBuffer = new SendBuffer(channel);
        this.settings = settings;
        this.watchdog = watchdog;
    }

    /// Waits for the first bytes of a request, for as long as a client may be idle.
    ///
    /// @return whether any have come into `input`; false if no more will
    // tag::read[]
    boolean awaitRequest(ByteBuffer input) throws IOException {
        wait = Wait.atMost(settings.idleTimeout(), Awaited.REQUEST);
        channel.read(input.clear());
        wait = Wait.NONE;
        return input.flip().hasRemaining();
    }

    // end::read[]

    /// Waits for more bytes of a request. A read with an end in time costs more system calls than one
    /// without, but only the few clients whose requests come in pieces need it.
    ///
    /// @param deadline by [System#nanoTime]
    /// @return whether any have come into `input`; false if no more will
    /// @throws SocketTimeoutException if the deadline has passed, even for a client who never pauses
    boolean awaitMore(ByteBuffer input, long deadline) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        channel.socket().setSoTimeout(Math.clamp(left / 1_000_000, 1, Integer.MAX_VALUE));
        // Only the stream of a socket minds a timeout (SO_TIMEOUT): a channel's read does not, and
        // a stream has no use for a buffer.
        var bytes = new byte[input.capacity()];
        int count = channel.socket().getInputStream().read(bytes);
        input.clear().put(bytes, 0, Math.max(0, count));
        return input.flip().hasRemaining();
    }

    /// Writes all of it, in pieces: each that the client makes room for is seen as progress.
    @Override
    public int write(ByteBuffer source) throws IOException {
        int begin = source.position();
        int end = source.limit();
        while (source.position() < end) {
            source.limit(Math.min(end, source.position() + sendBuffer.piece()));
            writePiece(source);
            source.limit(end);
        }
        return end - begin;
    }

    // tag::write[]
    private void writePiece(ByteBuffer piece) throws IOException {
        long begin = System.nanoTime();
        wait = Wait.atMost(settings.writeTimeout(), Awaited.ROOM);
        int count = channel.write(piece);
        wait = Wait.NONE;
        sendBuffer.adapt(count, System.nanoTime() - begin);
    }

    // end::write[]

    /// Says that nothing more will be sent, and reads out what the client still sends, within a bound. Closing
    /// a socket with input that nobody has read would reset the connection, and the client might lose the
    /// very page that says what was wrong (RFC 9112 §9.6).
    // tag::linger[]
    void linger(ByteBuffer scrap) throws IOException {
        wait = Wait.atMost(Settings.LINGER, Awaited.END_OF_INPUT);
        channel.shutdownOutput();
        while (channel.read(scrap.clear()) >= 0) {
            continue;
        }
    }

    // end::linger[]

    /// Whether this was the last request that can be read, since the watchdog has ended the input.
    boolean isInputEnded() {
        return channel.socket().isInputShutdown();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        watchdog.forget(this);
        channel.close();
    }

    @Override
    public void endIfLate(long now, ByteBuffer scrap) throws IOException {
        var current = wait;
        if (current.awaited != Awaited.NOTHING && now - current.deadline >= 0) {
            end(current.awaited);
        }
    }

    /// Lets the thread finish a request, but wait for no other. A wait that has just begun is left alone for a moment.
    /// If the input were ended before the read had begun, that read would return without a look, and a request that has
    /// already arrived would be lost. And if the socket were closed just behind an answer, the client might lose the
    /// answer.
    @Override
    public void endIfIdle() throws IOException {
        var current = wait;
        boolean isIdle =
                switch (current.awaited) {
                    case REQUEST, END_OF_INPUT -> current.hasLasted(MOMENT);
                    case ROOM, NOTHING -> false;
                };
        if (isIdle) {
            end(current.awaited);
        }
    }

    private void end(Awaited awaited) throws IOException {
        switch (awaited) {
            // The blocked read ends, but not before it has looked once more: a request that has
            // arrived by now is answered, while closing the socket under it would lose it.
            case REQUEST -> channel.shutdownInput();
            case ROOM -> {
                Closing.forgetUnsentWhenClosed(channel);
                abort();
            }
            case END_OF_INPUT -> abort();
            case NOTHING -> {}
        }
    }

    /// Closes the socket under the thread: its read or write ends with an exception.
    @Override
    public void abort() {
        Closing.orLog(this, "a socket");
    }
}
