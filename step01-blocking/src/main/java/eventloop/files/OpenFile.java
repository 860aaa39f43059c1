package eventloop.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Instant;

/// A regular file below the root, open for reading. Whoever receives one closes it.
///
/// @param name below the root, for the media type
/// @param size in bytes when it was opened; the file may change behind our back
/// @param identity changes when another file takes this one's name; equal for the same file
public record OpenFile(
        Path name,
        FileChannel channel,
        long size,
        Instant lastModified,
        Object identity,
        SlowDisk disk)
        implements Found, Closeable {

    /// Reads from `position` on: at least one byte, at most as many as fit. Blocks for the disk.
    ///
    /// @throws EOFException if the file has become shorter than it was
    public void read(ByteBuffer target, long position) throws IOException {
        read(target, position, target.remaining());
    }

    /// The same, but at most `most` bytes: the file may have grown.
    public void read(ByteBuffer target, long position, long most) throws IOException {
        disk.delay(name);
        readNow(target, position, most);
    }

    /// The same for a thread that must not sleep: `--slow-disk` does not slow it down. A page that is not in
    /// memory is waited for, as it is in [#transferTo].
    public void readNow(ByteBuffer target, long position, long most) throws IOException {
        int count = (int) Math.min(target.remaining(), most);
        var window = target.slice(target.position(), count);
        if (count > 0 && channel.read(window, position) < 0) {
            throw shrunk();
        }
        target.position(target.position() + window.position());
    }

    /// Reads `length` bytes from `position` on. Blocks for the disk.
    ///
    /// @throws EOFException if the file has become shorter than it was
    public byte[] read(long position, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            read(bytes, position + bytes.position());
        }
        return bytes.array();
    }

    /// Has the operating system move up to `count` bytes to `target`.
    ///
    /// @return how many it moved, 0 if the target takes none now
    /// @throws EOFException if the file has become shorter than it was
    public long transferTo(WritableByteChannel target, long position, long count)
            throws IOException {
        long moved = channel.transferTo(position, count, target);
        // transferTo says 0 both for a full socket and for a file that has ended: only one may be
        // waited for.
        if (moved == 0 && channel.size() <= position) {
            throw shrunk();
        }
        return moved;
    }

    /// Makes a part of the file's bytes readable as memory, for as long as `arena` is open. A page that is not
    /// in memory is fetched when it is touched.
    public MemorySegment map(long position, long length, Arena arena) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, position, length, arena);
    }

    /// What is mapped behind the end of a file that has shrunk is zeros up to the end of the page, and cannot
    /// be touched at all from there on (mmap(2)): so whoever sends from a mapping asks first.
    ///
    /// @throws EOFException if the file ends before `position`
    public void checkThatItReaches(long position) throws IOException {
        if (channel.size() < position) {
            throw shrunk();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private EOFException shrunk() {
        return new EOFException(name + " has become shorter while it was sent");
    }
}
