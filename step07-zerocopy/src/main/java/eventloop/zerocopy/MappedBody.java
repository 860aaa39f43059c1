package eventloop.zerocopy;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// A file that is mapped into memory and written from there: the other way of sending a large file, for
/// comparison (`--large-files mapped`).
///
/// The bytes are in the page cache as with [TransferBody], but `write` copies them, where `sendfile` hands
/// pages on. Which of the two costs less depends: kernels that hand on one page at a time lose more by that
/// than they save on loopback, where the receiver copies anyway; newer ones hand on many at once, and mostly win.
/// The lab's claim N07 tells which it is here.
///
/// Sends no head, and what it is told to, as [TransferBody]. Mapped on the thread that sends first, and unmapped
/// there: loop thread only.
final class MappedBody implements Body {
    /// The file's bytes for as long as the arena is open.
    private record Mapping(Arena arena, MemorySegment bytes) {}

    private final OpenFile file;
    private Optional<Mapping> mapping = Optional.empty();

    MappedBody(OpenFile file) {
        this.file = file;
    }

    @Override
    public long length() {
        return file.size();
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        assert out.buffer().position() == 0 : "a head cannot go with it";
        // What is mapped behind the end of a file that has shrunk cannot be touched (mmap(2)).
        if (file.channel().size() < to) {
            throw file.shrunk();
        }
        var share = mapped().asSlice(from, to - from).asByteBuffer();
        long count = out.channel().write(share);
        out.noteSent(count, share.hasRemaining());
    }

    private MemorySegment mapped() throws IOException {
        if (mapping.isEmpty()) {
            var arena = Arena.ofConfined();
            var bytes = file.channel().map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena);
            mapping = Optional.of(new Mapping(arena, bytes));
        }
        return mapping.get().bytes();
    }

    /// The file itself belongs to the [LargeFileBody].
    @Override
    public void close() {
        mapping.ifPresent(mapped -> mapped.arena().close());
        mapping = Optional.empty();
    }
}
