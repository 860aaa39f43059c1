package eventloop.files;

import eventloop.http.Body;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A file that is read piece by piece as the socket takes it: into a buffer of the server and out again.
/// Reading blocks the calling thread for as long as the disk takes.
public final class FileBody implements Body.Copied {
    private final OpenFile file;
    private final long offset;
    private final long length;

    public FileBody(OpenFile file) {
        this(file, 0, file.size());
    }

    private FileBody(OpenFile file, long offset, long length) {
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
        // What was promised is sent and not a byte more.
        file.read(target, offset + position, length - position);
    }

    @Override
    public FileBody slice(long from, long length) {
        return new FileBody(file, offset + from, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
