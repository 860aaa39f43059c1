package eventloop.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The directory that stood under the root's name at some time, held open. Another may take its place while it
/// is looked into: it is closed when it has been given up and the last look has ended. Any thread.
final class OpenRoot {
    private final Path realPath;
    private final Directory directory;
    private final Optional<Object> key;

    /// Looks under way, and one more until it is given up.
    private final AtomicInteger holders = new AtomicInteger(1);

    private OpenRoot(Path realPath, Directory directory) throws IOException {
        this.realPath = realPath;
        this.directory = directory;
        this.key = Optional.ofNullable(directory.attributes().fileKey());
    }

    /// @throws IOException if no directory stands there that may be searched
    static OpenRoot at(Path name) throws IOException {
        var realPath = name.toRealPath();
        return new OpenRoot(realPath, Directory.open(realPath));
    }

    Path realPath() {
        return realPath;
    }

    Directory directory() {
        return directory;
    }

    /// Whether the name leads here still.
    ///
    /// @throws IOException if it leads nowhere
    boolean isAt(Path name) throws IOException {
        var there = Files.readAttributes(name, BasicFileAttributes.class);
        return name.toRealPath().equals(realPath)
                && key.equals(Optional.ofNullable(there.fileKey()));
    }

    /// Keeps it open until [#release].
    ///
    /// @return false if it has been closed already
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /// Ends a look, or its time as the root.
    void release() throws IOException {
        if (holders.decrementAndGet() == 0) {
            directory.close();
        }
    }
}
