package eventloop.exercises.step07.share;

import eventloop.exercises.step07.Transfer;
import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A file that is sent by `transferTo`, in shares that depend on how many others are under way. Loop thread only.
final class SharingBody implements Body {
    /// The downloads of one server that are under way.
    static final class Downloads {
        private int count;
    }

    private final OpenFile file;
    private final Downloads downloads;
    private boolean underWay;

    SharingBody(OpenFile file, Downloads downloads) {
        this.file = file;
        this.downloads = downloads;
    }

    @Override
    public long length() {
        return file.size();
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        begin();
        Transfer.send(file, out, from, Math.min(from + FairShare.of(downloads.count), to));
    }

    private void begin() {
        if (!underWay) {
            underWay = true;
            downloads.count++;
        }
    }

    @Override
    public void close() throws IOException {
        if (underWay) {
            downloads.count--;
        }
        file.close();
    }
}
