package eventloop.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
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

    BasicFileAttributes attributes(Path name) throws IOException;

    Directory directory(Path name) throws IOException;

    FileChannel file(Path name) throws IOException;

    static Directory open(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new Held(secure);
        }
        stream.close();
        return new Named(path);
    }

    /// By descriptor (`openat`, see openat(2)): once it is open, nobody who renames or swaps directories
    /// above can make a name lead elsewhere.
    record Held(SecureDirectoryStream<Path> stream) implements Directory {
        @Override
        public BasicFileAttributes attributes(Path name) throws IOException {
            return stream.getFileAttributeView(
                            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        }

        @Override
        public Directory directory(Path name) throws IOException {
            return new Held(stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
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

    /// By name, for systems without `openat` (Windows): a directory swapped for a link between the look
    /// and the opening would be followed.
    record Named(Path path) implements Directory {
        @Override
        public BasicFileAttributes attributes(Path name) throws IOException {
            return Files.readAttributes(
                    path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public Directory directory(Path name) {
            return new Named(path.resolve(name));
        }

        @Override
        public FileChannel file(Path name) throws IOException {
            return FileChannel.open(path.resolve(name), READ_NO_LINK);
        }

        @Override
        public void close() {}
    }
}
