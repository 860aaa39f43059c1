package eventloop.files;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A file that is read piece by piece as the socket takes it: into the buffer of the server and out again.
/// Reading blocks the calling thread for as long as the disk takes.
record FileBody(OpenFile file) implements Body {
    @Override
    public long length() {
        return file.size();
    }

    // tag::send[]
    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        // What was promised is sent and not a byte more: the file may have grown.
        file.read(out.buffer(), from, to - from);
        out.flush();
    }

    // end::send[]

    @Override
    public void close() throws IOException {
        file.close();
    }
}
