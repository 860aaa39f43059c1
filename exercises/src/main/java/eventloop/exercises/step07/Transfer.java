package eventloop.exercises.step07;

import eventloop.files.OpenFile;
import eventloop.http.Outgoing;
import java.io.IOException;

/// Has the operating system move bytes of a file to the socket, past this program.
public final class Transfer {
    private Transfer() {}

    /// Moves as many of the bytes of `[from, to)` as the socket takes; in the first turn the head, with which no file can
    /// go.
    ///
    /// @throws IOException if the client is gone, or the file has become shorter
    public static void send(OpenFile file, Outgoing out, long from, long to) throws IOException {
        if (out.buffer().position() > 0) {
            out.flush();
            return;
        }
        long moved = file.channel().transferTo(from, to - from, out.channel());
        if (moved == 0 && file.channel().size() <= from) {
            throw file.shrunk();
        }
        out.noteSent(moved, moved == 0);
    }
}
