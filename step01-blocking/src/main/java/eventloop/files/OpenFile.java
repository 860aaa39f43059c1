package eventloop.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A regular file below the root, open for reading. Whoever receives one closes it.
///
/// @param name below the root, for the media type
/// @param location where it was found, without links on the way: a name may lead to another file by now
///     (step 6)
/// @param channel for reading at any position, by any thread
/// @param size in bytes when it was opened; the file may change behind our back
/// @param fileKey equal for the same file under whatever name (its number in the file system, where it has one): of the
///     file that had this name just before it was opened; steps 6 and 7
/// @param disk a brake on reading, for experiments
public record OpenFile(
        Path name, Path location, FileChannel channel, long size, Object fileKey, SlowDisk disk)
        implements Found, Closeable {

    /// Reads from `position` on: at least one byte, at most `most`, and no more than fit. Blocks for the disk.
    ///
    /// @throws EOFException if the file has become shorter than it was
    public void read(ByteBuffer target, long position, long most) throws IOException {
        disk.delay(name);
        int count = (int) Math.min(target.remaining(), most);
        var window = target.slice(target.position(), count);
        if (count > 0 && channel.read(window, position) < 0) {
            throw shrunk();
        }
        target.position(target.position() + window.position());
    }

    /// What is to be thrown where the file ends before its time.
    public EOFException shrunk() {
        return new EOFException(name + " has become shorter while it was sent");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
