package eventloop.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// The content of a response: it knows its length, and gives its bytes from any position on, in as many
/// pieces as the socket wants. It keeps no position of its own; the [ResponseWriter] does that, so a body
/// in memory can be on its way to any number of clients at once.
///
/// There are three kinds, and they differ in the way of the bytes: a [Copied] body puts them into a buffer
/// of the server, where they leave together with the head; a [Direct] body lets the operating system take
/// them from where they lie; a [Transferred] body has it move them to the socket past this program, all but
/// the first, which keep the head company.
public sealed interface Body extends Closeable {

    /// In bytes; fixed, since it is promised in `Content-Length`.
    long length();

    /// Sees to it that the bytes from `position` on can be had without waiting for a disk. Those that cannot
    /// are fetched, and `whenReady` runs on the thread that asked, once they are here or have failed to come.
    /// A thread that may block need not ask.
    ///
    /// @return whether they can be had now
    default boolean prepare(long position, Runnable whenReady) {
        return true;
    }

    /// The part that a range request asks for. The part takes the place of the whole: closing it
    /// closes this, and only one of the two may be used.
    ///
    /// @param from first byte, less than `length()`
    Body slice(long from, long length);

    /// Gives back what the body holds, such as an open file. A body that holds nothing may go on being
    /// used.
    @Override
    void close() throws IOException;

    /// A body whose bytes go through a buffer of the server.
    non-sealed interface Copied extends Body {

        /// Puts bytes from `position` on into `target`: at least one, at most as many as fit.
        ///
        /// @throws IOException if they cannot be had, for instance because the file has shrunk
        void copyTo(ByteBuffer target, long position) throws IOException;
    }

    /// A body whose bytes lie in memory outside the heap, where the operating system can take them by
    /// itself: behind the head, in the same `writev`.
    non-sealed interface Direct extends Body {

        /// The bytes from `position` on, as many as one turn may send. The buffer stays the body's own, and is
        /// good until the next call.
        ByteBuffer from(long position);
    }

    /// A body whose bytes the operating system moves, past the memory of the server. Only those that leave
    /// together with the head are copied: by a head that comes alone, a small packet, the client's kernel
    /// would judge how much room it has to make for the rest, and make little.
    interface Transferred extends Copied {

        /// Sends bytes from `position` on, as many as the socket takes and one turn may send.
        ///
        /// @return how many; 0 if the socket takes none now
        /// @throws IOException if they cannot be had or the client is gone
        long transferTo(WritableByteChannel target, long position) throws IOException;
    }
}
