package eventloop.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The directory that stood under the root's name at some time, held open. Who has made it holds it,
/// and so does each look into it; the last to release it closes it. Any thread.
final class OpenRoot {
    private final Path realPath;
    private final Directory directory;

    /// Tells it from any other directory, where the file system has such a thing.
    private final Optional<Object> fileKey;

    private final AtomicInteger holders = new AtomicInteger(1);

    private OpenRoot(Path realPath, Directory directory, Optional<Object> fileKey) {
        this.realPath = realPath;
        this.directory = directory;
        this.fileKey = fileKey;
    }

    /// @throws IOException if no directory stands there that may be searched
    static OpenRoot at(Path name) throws IOException {
        var realPath = name.toRealPath();
        var directory = Directory.open(realPath);
        try {
            var fileKey = Optional.ofNullable(directory.attributes().fileKey());
            return new OpenRoot(realPath, directory, fileKey);
        } catch (IOException failure) {
            directory.close();
            throw failure;
        }
    }

    /// Keeps it open until it is released.
    ///
    /// @return whether it still was open
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() throws IOException {
        if (holders.decrementAndGet() == 0) {
            directory.close();
        }
    }

    /// Where it stood, without links on the way.
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
                && fileKey.equals(Optional.ofNullable(there.fileKey()));
    }
}
