package eventloop.zerocopy;

import eventloop.files.OpenFile;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// What of a file the operating system has in memory. A page that is not there comes from the disk when it is
/// sent, and whoever sends it waits; so the loop asks first. Mapping a page does not touch it, and the operating
/// system tells of a mapped page whether it is there (mincore(2)).
///
/// Asking for every page would cost as much as sending them. One page speaks for those before it, since a file
/// is read ahead in order.
final class PageCache {
    private static final String OWN_NAME = System.getProperty("user.name");

    /// Its owner is the user who runs this program, also one who has a number and no name, as in many a container.
    /// Linux only.
    private static final Path OWN_PROCESS = Path.of("/proc/self");

    /// On Windows the JDK has no way to ask, and says of each page that it is not there.
    private static final boolean SYSTEM_TELLS = File.separatorChar != '\\';

    private PageCache() {}

    /// Whether the operating system tells the truth about this file. Linux tells it to the owner of a file, and to
    /// those who may write it. All others are told that every page is in memory, or they could find out what somebody
    /// else reads. Blocks for the disk; any thread.
    static boolean tellsOf(OpenFile file) {
        return SYSTEM_TELLS && (Files.isWritable(file.location()) || isOwn(file.location()));
    }

    static boolean isOwn(Path location) {
        try {
            var owner = Files.getOwner(location, LinkOption.NOFOLLOW_LINKS);
            return owner.getName().equals(OWN_NAME) || owner.equals(Files.getOwner(OWN_PROCESS));
        } catch (IOException unknown) {
            return false;
        }
    }

    /// Whether the byte at this position is in memory, at about this moment. It is mapped for this one look: a
    /// process may have so many mappings (65,530 on Linux, `vm.max_map_count`), and where none is left the JDK
    /// collects garbage and sleeps before it gives up. Any thread.
    static boolean holds(OpenFile file, long position) throws IOException {
        if (position >= file.channel().size()) {
            // The file has been cut off: nothing is there to be mapped, and a read will tell.
            return false;
        }
        try (var arena = Arena.ofConfined()) {
            return file.channel().map(FileChannel.MapMode.READ_ONLY, position, 1, arena).isLoaded();
        }
    }
}
