package eventloop.exercises.step07.cold;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A file that is moved to the socket by the operating system, but only bytes that are in memory: for others the loop
/// would wait for the disk. Loop thread only.
final class WarmBody implements Body {
    /// In bytes: as much is looked at, and sent, in one turn.
    static final long SHARE = 256 * 1024;

    private final Body transfer;
    private final Pages pages;

    /// @param transfer all of the file, sent past this program
    WarmBody(Body transfer, Pages pages) {
        this.transfer = transfer;
        this.pages = pages;
    }

    @Override
    public long length() {
        return transfer.length();
    }

    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        return true;
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        transfer.send(out, from, to);
    }

    @Override
    public void close() throws IOException {
        transfer.close();
    }
}
