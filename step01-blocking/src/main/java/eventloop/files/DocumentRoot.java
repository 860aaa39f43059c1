package eventloop.files;

import eventloop.http.UrlPath;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// The served directory, and the only way from a URL to a file. Any thread; blocks for the disk.
///
/// Nothing outside is ever opened. A path has no `..` left when it comes here, and it is walked from the
/// root downwards, directory by directory, each opened without following links. Where a link stands on the
/// way its target is looked up once; if that lies inside the root, the walk is done again along the
/// target's real name, again without following anything. So a link that is swapped between the look and
/// the opening leads to nothing.
public final class DocumentRoot implements Closeable {
    private static final Path INDEX = Path.of("index.html");
    private static final UrlPath AS_FILE = new UrlPath("/" + INDEX, "");

    /// In bytes, as on all common file systems.
    private static final int LONGEST_NAME = 255;

    private final Path realPath;
    private final Directory root;
    private final SlowDisk disk;

    private DocumentRoot(Path realPath, Directory root, SlowDisk disk) {
        this.realPath = realPath;
        this.root = root;
        this.disk = disk;
    }

    /// @throws IOException if there is no directory that can be read
    public static DocumentRoot at(Path directory, SlowDisk disk) throws IOException {
        var realPath = directory.toRealPath();
        return new DocumentRoot(realPath, Directory.open(realPath), disk);
    }

    /// Opens what `path` points to; `index.html` for a directory.
    ///
    /// @throws IOException if the disk or the operating system fails, for instance for want of file
    ///     descriptors: not the client's fault, and perhaps over soon
    public Found find(UrlPath path) throws IOException {
        try {
            var name = relativePath(path);
            return walk(name, path, true);
        } catch (NoSuchFileException | NotDirectoryException | InvalidPathException absent) {
            return Found.NOTHING;
        } catch (AccessDeniedException denied) {
            return new Found.Forbidden("The server may not read that file");
        }
    }

    private static Path relativePath(UrlPath path) throws NoSuchFileException {
        var relative = Path.of("");
        for (var segment : path.segments()) {
            // A path that a request brought has no dots left, but nobody's word is taken for that
            // here.
            // A backslash separates names on Windows; longer names than this exist nowhere.
            if (segment.equals(".")
                    || segment.equals("..")
                    || segment.indexOf('\\') >= 0
                    || segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw new NoSuchFileException(segment);
            }
            relative = relative.resolve(segment);
        }
        return relative;
    }

    // tag::walk[]
    private Found walk(Path name, UrlPath asked, boolean mayHaveLinks) throws IOException {
        Directory directory = root;
        try {
            for (int i = 0; i < name.getNameCount(); i++) {
                var entry = name.getName(i);
                if (entry.toString().isEmpty()) {
                    break;
                }
                var attributes = directory.attributes(entry);
                if (attributes.isSymbolicLink()) {
                    return mayHaveLinks ? walk(targetOf(name), asked, false) : Found.NOTHING;
                }
                if (!attributes.isDirectory()) {
                    boolean last = i == name.getNameCount() - 1;
                    return last && !asked.isDirectory()
                            ? open(directory, name, attributes)
                            : Found.NOTHING;
                }
                directory = descend(directory, entry);
            }
            return asked.isDirectory() ? openIndex(directory, name) : new Found.Elsewhere();
        } finally {
            closeUnlessRoot(directory);
        }
    }

    // end::walk[]

    /// The real name of what a link leads to, relative to the root.
    private Path targetOf(Path name) throws IOException {
        var target = follow(name);
        if (!target.startsWith(realPath)) {
            throw new AccessDeniedException(name.toString());
        }
        return realPath.relativize(target);
    }

    private Path follow(Path name) throws IOException {
        try {
            return realPath.resolve(name).toRealPath();
        } catch (AccessDeniedException denied) {
            throw denied;
        } catch (FileSystemException leadsNowhere) {
            // Also a link that leads to itself, for which the JDK has no exception of its own.
            throw new NoSuchFileException(name.toString());
        }
    }

    private Directory descend(Directory directory, Path entry) throws IOException {
        var below = directory.directory(entry);
        closeUnlessRoot(directory);
        return below;
    }

    private Found openIndex(Directory directory, Path name) throws IOException {
        try {
            var attributes = directory.attributes(INDEX);
            if (attributes.isSymbolicLink()) {
                return switch (walk(targetOf(name.resolve(INDEX)), AS_FILE, false)) {
                    case Found.Elsewhere _ -> new Found.Forbidden("The index is not a file");
                    case Found found -> found;
                };
            }
            return open(directory, name.resolve(INDEX), attributes);
        } catch (NoSuchFileException noIndex) {
            return new Found.Forbidden(
                    "That directory has no index.html, and contents are not listed");
        }
    }

    private Found open(Directory directory, Path name, BasicFileAttributes attributes)
            throws IOException {
        // Opening a pipe would wait for somebody to write to it.
        if (!attributes.isRegularFile()) {
            return new Found.Forbidden("That is not a regular file");
        }
        var channel = directory.file(name.getFileName());
        return new OpenFile(
                name,
                channel,
                channel.size(),
                attributes.lastModifiedTime().toInstant(),
                attributes.fileKey() == null ? name : attributes.fileKey(),
                disk);
    }

    private void closeUnlessRoot(Directory directory) throws IOException {
        if (directory != root) {
            directory.close();
        }
    }

    @Override
    public void close() throws IOException {
        root.close();
    }
}
