package eventloop.zerocopy;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/// A file that is mapped into memory and written from there: the other way of sending a large file, for
/// comparison (`--large-files mapped`).
///
/// The bytes are in the page cache as with [TransferBody], but `write` copies them, where `sendfile` hands
/// pages on. Which of the two costs less depends: kernels that hand on one page at a time lose more by that
/// than they save on loopback, where the receiver copies anyway; newer ones hand on many at once, and win.
/// The lab's claim N07 tells which it is here.
///
/// Mapped on the thread that sends first, and unmapped there: loop thread only.
final class MappedBody implements Body.Transferred {
    /// The file's bytes for as long as the arena is open.
    private record Mapping(Arena arena, MemorySegment bytes) {}

    private final OpenFile file;
    private final long offset;
    private final long length;
    private Optional<Mapping> mapping = Optional.empty();

    MappedBody(OpenFile file) {
        this(file, 0, file.size());
    }

    private MappedBody(OpenFile file, long offset, long length) {
        this.file = file;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void copyTo(ByteBuffer target, long position) throws IOException {
        target.put(part(position, target.remaining()));
    }

    @Override
    public long transferTo(WritableByteChannel target, long position) throws IOException {
        return target.write(part(position, TransferBody.SHARE));
    }

    /// @param most bytes
    private ByteBuffer part(long position, long most) throws IOException {
        long share = Math.min(most, length - position);
        file.checkThatItReaches(offset + position + share);
        return mapped().asSlice(position, share).asByteBuffer();
    }

    private MemorySegment mapped() throws IOException {
        if (mapping.isEmpty()) {
            var arena = Arena.ofConfined();
            mapping = Optional.of(new Mapping(arena, file.map(offset, length, arena)));
        }
        return mapping.get().bytes();
    }

    @Override
    public MappedBody slice(long from, long length) {
        return new MappedBody(file, offset + from, length);
    }

    @Override
    public void close() throws IOException {
        mapping.ifPresent(mapped -> mapped.arena().close());
        mapping = Optional.empty();
        file.close();
    }
}
