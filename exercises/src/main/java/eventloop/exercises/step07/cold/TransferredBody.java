package eventloop.exercises.step07.cold;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A file that the operating system moves to the socket by itself.
record TransferredBody(OpenFile file, AutoCloseable belonging) implements Body {
    @Override
    public long length() {
        return file.size();
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        if (out.buffer().position() > 0) {
            out.flush(); // The head; no file can go with it.
            return;
        }
        long moved = file.channel().transferTo(from, to - from, out.channel());
        if (moved == 0 && file.channel().size() <= from) {
            throw file.shrunk();
        }
        out.sent(moved, moved == 0);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            belonging.close();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception other) {
            throw new IOException(other);
        }
    }
}
