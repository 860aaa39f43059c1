package eventloop.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The directory that stood under the root's name at some time, held open. Any thread.
///
/// @param realPath where it stood, without links on the way
/// @param key tells it from any other directory, where the file system has such a thing
/// @param holders looks under way, and one more until it is given up; at 0 it is closed
record OpenRoot(Path realPath, Directory directory, Optional<Object> key, AtomicInteger holders) {
    /// @throws IOException if no directory stands there that may be searched
    static OpenRoot at(Path name) throws IOException {
        var realPath = name.toRealPath();
        var directory = Directory.open(realPath);
        try {
            var key = Optional.ofNullable(directory.attributes().fileKey());
            return new OpenRoot(realPath, directory, key, new AtomicInteger(1));
        } catch (IOException failure) {
            directory.close();
            throw failure;
        }
    }

    /// Whether the name leads here still.
    ///
    /// @throws IOException if it leads nowhere
    boolean isAt(Path name) throws IOException {
        var there = Files.readAttributes(name, BasicFileAttributes.class);
        return name.toRealPath().equals(realPath)
                && key.equals(Optional.ofNullable(there.fileKey()));
    }
}
