package eventloop.zerocopy;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A file that the operating system moves to the socket by itself (sendfile(2)): its bytes are never in this
/// program's memory, so a large file costs it no more than a small one. A head cannot go with it, so it
/// is sent only within a [LargeFileBody], when the head is away. That cuts it into shares: this one sends what it is
/// told to.
record TransferBody(OpenFile file) implements Body {
    @Override
    public long length() {
        return file.size();
    }

    // tag::transfer[]
    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        assert out.buffer().position() == 0 : "a head cannot go with it";
        long count = to - from;
        long moved = file.channel().transferTo(from, count, out.channel());
        // It moves less if the socket is full, or the file has ended: nobody may wait for that.
        if (moved == 0 && file.channel().size() <= from) {
            throw file.shrunk();
        }
        out.noteSent(moved, moved < count);
    }

    // end::transfer[]

    /// The file belongs to the [LargeFileBody].
    @Override
    public void close() {}
}
