package eventloop.cache;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A file in memory outside the heap: what is sent from the heap has to be copied out of it first, since
/// the garbage collector may move it while the operating system reads. For a small file that copy is
/// cheaper than a second buffer in the write; for one of many kilobytes it is not.
///
/// On its way to any number of clients at once, who take turns with the one buffer: loop thread only. The
/// memory is freed when the garbage collector finds that nobody sends it any more, which may be some time
/// after the cache has let it go.
final class DirectBody implements Body.Direct {
    /// How much may go in one turn, so that others need not wait long for theirs.
    private static final int SHARE = 256 * 1024;

    private final ByteBuffer bytes;

    private DirectBody(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// Reads the whole file. Blocks for the disk.
    ///
    /// @throws java.io.EOFException if the file has become shorter than it was
    static DirectBody read(OpenFile file) throws IOException {
        var bytes = ByteBuffer.allocateDirect((int) file.size());
        while (bytes.hasRemaining()) {
            file.read(bytes, bytes.position());
        }
        return new DirectBody(bytes);
    }

    @Override
    public long length() {
        return bytes.capacity();
    }

    @Override
    public ByteBuffer from(long position) {
        int from = (int) position;
        return bytes.clear().position(from).limit(Math.min(from + SHARE, bytes.capacity()));
    }

    @Override
    public DirectBody slice(long from, long length) {
        return new DirectBody(bytes.clear().slice((int) from, (int) length));
    }

    @Override
    public void close() {}
}
