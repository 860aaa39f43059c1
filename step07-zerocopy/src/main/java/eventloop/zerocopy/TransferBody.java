package eventloop.zerocopy;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// A file that the operating system moves to the socket by itself (sendfile(2)). But for the first, which
/// leave with the head, its bytes are never in this program's memory, so a large file costs it no more than a
/// small one.
///
/// The kernel reads ahead, but a page that is not in memory is waited for, on the loop thread, and Java
/// has no way to ask beforehand. That wait is bounded by the [#SHARE] of one turn.
public final class TransferBody implements Body.Transferred {
    /// How much may go in one turn. More would make the others wait longer for theirs; less would cost
    /// more system calls for the same bytes.
    static final long SHARE = 512 * 1024;

    private final OpenFile file;
    private final long offset;
    private final long length;

    public TransferBody(OpenFile file) {
        this(file, 0, file.size());
    }

    private TransferBody(OpenFile file, long offset, long length) {
        this.file = file;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void copyTo(ByteBuffer target, long position) throws IOException {
        file.readNow(target, offset + position, length - position);
    }

    // tag::transfer[]
    @Override
    public long transferTo(WritableByteChannel target, long position) throws IOException {
        return file.transferTo(target, offset + position, Math.min(SHARE, length - position));
    }

    // end::transfer[]

    @Override
    public TransferBody slice(long from, long length) {
        return new TransferBody(file, offset + from, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
