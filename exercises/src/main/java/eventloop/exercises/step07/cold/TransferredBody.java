package eventloop.exercises.step07.cold;

import eventloop.exercises.step07.Transfer;
import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A file that the operating system moves to the socket by itself.
record TransferredBody(OpenFile file) implements Body {
    @Override
    public long length() {
        return file.size();
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        Transfer.send(file, out, from, to);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
