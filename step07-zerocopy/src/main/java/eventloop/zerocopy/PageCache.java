package eventloop.zerocopy;

import eventloop.files.OpenFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// What of a file the operating system has in memory. A page that is not there comes from the disk when it is
/// sent, and whoever sends it waits; so the loop asks first. Mapping a file touches none of its pages, and the
/// operating system tells of a mapped page whether it is there (mincore(2)).
///
/// Asking for every page would cost as much as sending them. One page speaks for those before it, since a file
/// is read ahead in order. Loop thread only.
final class PageCache implements AutoCloseable {
    private static final String OWN_NAME = System.getProperty("user.name");

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment pages;

    PageCache(OpenFile file) throws IOException {
        this.pages = file.channel().map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena);
    }

    /// Whether the operating system tells the truth about a file. From those who neither own it nor may write it,
    /// Linux keeps what others have read, and says that all of it is there. Blocks for the disk; any thread.
    static boolean isToldOf(OpenFile file) {
        return Files.isWritable(file.location()) || isOwn(file.location());
    }

    private static boolean isOwn(Path location) {
        try {
            var owner = Files.getOwner(location, LinkOption.NOFOLLOW_LINKS);
            return owner.getName().equals(OWN_NAME);
        } catch (IOException unknown) {
            return false;
        }
    }

    /// Whether the byte at this position is in memory, at about this moment.
    boolean holds(long position) {
        return pages.asSlice(position, 1).isLoaded();
    }

    @Override
    public void close() {
        arena.close();
    }
}
