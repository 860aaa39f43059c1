package eventloop.files;

import eventloop.http.UrlPath;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;

/// The served directory, and the only way from a URL to a file. Any thread; blocks for the disk.
///
/// Nothing outside is ever opened: see [Walk]. The root itself is whatever stands under its name. Whoever
/// publishes by a link to a new release, or by `rm -rf dist; mkdir dist`, need not restart the server: within
/// [#FRESH] it looks into the new directory. Where nothing stands under the name, the former directory is
/// looked into, which may only have been renamed; but what asks for a file by its whole name no longer finds it there:
/// links lead nowhere, and step 6 sends files without their versions.
public final class DocumentRoot implements Closeable {
    private static final Duration FRESH = Duration.ofMillis(100);

    private final Path name;
    private final SlowDisk disk;
    private volatile OpenRoot current;
    private volatile long renewedAt = System.nanoTime();
    private boolean closed;

    private DocumentRoot(Path name, OpenRoot root, SlowDisk disk) {
        this.name = name;
        this.current = root;
        this.disk = disk;
    }

    /// @throws IOException if no directory stands there that may be searched
    public static DocumentRoot at(Path name, SlowDisk disk) throws IOException {
        return new DocumentRoot(name, OpenRoot.at(name), disk);
    }

    /// Opens what `path` points to; `index.html` for a directory.
    ///
    /// @throws IOException if the disk or the operating system fails, for instance for want of file
    ///     descriptors: not the client's fault, and perhaps over soon
    Found find(UrlPath path) throws IOException {
        if (isStale()) {
            renew();
        }
        var root = hold();
        try {
            return new Walk(root, path, disk).find();
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return Files.isDirectory(name) ? Found.NOTHING : new Found.NoRoot();
        } catch (AccessDeniedException denied) {
            return new Found.Forbidden("The server may not read that file");
        } finally {
            root.release();
        }
    }

    private boolean isStale() {
        return System.nanoTime() - renewedAt > FRESH.toNanos();
    }

    private synchronized void renew() throws IOException {
        if (closed || !isStale()) {
            return; // There is nothing to renew, or somebody else was here first.
        }
        renewedAt = System.nanoTime();
        try {
            var former = current;
            if (!former.isAt(name)) {
                current = OpenRoot.at(name);
                former.release();
            }
        } catch (FileSystemException unusable) {
            // The former root is still the best there is: the new one is not there, or cannot be
            // opened now.
        }
    }

    /// Another root may take the place of this one while it is looked into, and nobody waits for
    /// anybody: one that has been given up stays open for those who still look into it.
    private OpenRoot hold() throws IOException {
        while (true) {
            var root = current;
            if (root.hold()) {
                return root;
            }
            if (root == current) {
                throw new IOException("the root has been closed");
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            current.release();
        }
    }
}
