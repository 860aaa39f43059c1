package eventloop.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// One directory, held open, whose entries are reached by their bare names and never through a link.
/// Any thread.
sealed interface Directory extends Closeable {
    Set<OpenOption> READ_NO_LINK = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /// Of the directory itself.
    BasicFileAttributes attributes() throws IOException;

    BasicFileAttributes attributes(Path name) throws IOException;

    Directory directory(Path name) throws IOException;

    FileChannel file(Path name) throws IOException;

    /// @param path absolute, and without links, which would be followed here
    static Directory open(Path path) throws IOException {
        return open(path, path);
    }

    /// @param path by which it is opened now; below a directory that may only be searched it leads through that one's
    ///     descriptor (`/proc/self/fd/7/docs`), and ends when that is closed
    /// @param place its path by names alone, for what is opened below it once `path` leads nowhere
    private static Directory open(Path path, Path place) throws IOException {
        DirectoryStream<Path> stream;
        try {
            stream = Files.newDirectoryStream(path);
        } catch (AccessDeniedException unreadable) {
            return Searched.open(path, place);
        }
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new Held(secure, place);
        }
        stream.close();
        return new Named(place);
    }

    /// Opens by its path what was seen to be a directory when it had this file key: if it has another by now,
    /// somebody has put a link in its place.
    private static Directory open(Path path, Path place, Object fileKey) throws IOException {
        var directory = open(path, place);
        try {
            if (!directory.attributes().fileKey().equals(fileKey)) {
                throw new AccessDeniedException(path.toString());
            }
            return directory;
        } catch (IOException failure) {
            directory.close();
            throw failure;
        }
    }

    /// By descriptor (`openat`, see openat(2)): once it is open, nobody who renames or swaps directories
    /// above can make a name lead elsewhere.
    ///
    /// @param path where it stood when it was opened
    record Held(SecureDirectoryStream<Path> stream, Path path) implements Directory {
        @Override
        public BasicFileAttributes attributes() throws IOException {
            return stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
        }

        @Override
        public BasicFileAttributes attributes(Path name) throws IOException {
            return stream.getFileAttributeView(
                            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        }

        @Override
        public Directory directory(Path name) throws IOException {
            var below = path.resolve(name);
            try {
                return new Held(stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS), below);
            } catch (AccessDeniedException unreadable) {
                return Directory.open(below, below, attributes(name).fileKey());
            }
        }

        @Override
        public FileChannel file(Path name) throws IOException {
            // The JDK promises a FileChannel only of FileChannel.open, which has no openat.
            return (FileChannel) stream.newByteChannel(name, READ_NO_LINK);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /// One whose entries are reached by a path that leads to it.
    sealed interface ByPath extends Directory {
        Path path();

        @Override
        default BasicFileAttributes attributes() throws IOException {
            return Files.readAttributes(path(), BasicFileAttributes.class);
        }

        @Override
        default BasicFileAttributes attributes(Path name) throws IOException {
            return Files.readAttributes(
                    path().resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        default FileChannel file(Path name) throws IOException {
            return FileChannel.open(path().resolve(name), READ_NO_LINK);
        }
    }

    /// One that may be searched and not read, as with the permissions 711: who knows a name in it may go there.
    /// It is held all the same (Linux), and its entries are reached through the link to its descriptor that
    /// /proc has (proc(5)), so that here too nobody can make a name lead elsewhere.
    ///
    /// @param path that link: it leads there until this is closed, and no longer
    /// @param place where it stood when it was opened
    record Searched(SystemCalls system, int descriptor, Path path, Path place) implements ByPath {
        static Searched open(Path path, Path place) throws IOException {
            var system =
                    SystemCalls.OF_LINUX.orElseThrow(
                            () -> new AccessDeniedException(path.toString()));
            int descriptor = system.openToSearch(path);
            return new Searched(system, descriptor, Path.of("/proc/self/fd/" + descriptor), place);
        }

        @Override
        public Directory directory(Path name) throws IOException {
            return Directory.open(
                    path.resolve(name), place.resolve(name), attributes(name).fileKey());
        }

        @Override
        public void close() {
            system.close(descriptor);
        }
    }

    /// By name, for systems without `openat` (Windows): a directory swapped for a link between the look
    /// and the opening would be followed.
    record Named(Path path) implements ByPath {
        @Override
        public Directory directory(Path name) {
            return new Named(path.resolve(name));
        }

        @Override
        public void close() {}
    }
}
