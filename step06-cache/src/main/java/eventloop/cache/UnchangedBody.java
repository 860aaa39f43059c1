package eventloop.cache;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/// A file that is to stay what it was when its response was made: one that is written to while it is read
/// would reach the client as a mixture of two versions. A helper has it send a piece into memory; behind the last byte
/// of the piece the file is looked at once more, and if it has changed the piece never reaches the loop. So who gets
/// all of a file gets one version of it, unless two changes fall into one tick of the file system's clock, or one goes
/// on for longer than that ([FileVersion]), or the file is written to after it has lost its name. Whatever is done to a
/// file counts as a change, since it cannot be told from writing: also a new name for it (a hard link), or new rights.
///
/// Blocks for the disk.
record UnchangedBody(Body body, OpenFile file, FileVersion version) implements Body {
    @Override
    public long length() {
        return body.length();
    }

    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        return body.prepare(from, to, whenReady);
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        body.send(out, from, to);
        if (from + out.contentSent() == to && hasChanged()) {
            throw new IOException(file.name() + " has changed while it was read");
        }
    }

    /// A file whose name has been given to another, or taken away, cannot be looked at any more. It is most likely
    /// left as it was: only who has it open already, or knows another name of it, could still write to it.
    private boolean hasChanged() throws IOException {
        try {
            return FileVersion.lookAt(file).isLaterVersionOf(version);
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
