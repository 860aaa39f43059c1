package eventloop.files;

import eventloop.http.UrlPath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// The way from a root to the file that was asked for, directory by directory, each opened without following
/// links. Where a link stands on the way its target is looked up once; if that lies inside the root, the walk
/// is done again along the target's real name, again without following anything. So a link that is swapped
/// between the look and the opening is not followed: its client is told to ask once more (503).
record Walk(OpenRoot root, UrlPath asked, SlowDisk disk) {
    private static final Path INDEX = Path.of("index.html");

    /// Asked for in place of a directory whose index is a link: as a file, and this name tells what it is.
    private static final UrlPath AS_FILE = new UrlPath("/" + INDEX, "");

    private static final boolean ON_WINDOWS = File.separatorChar == '\\';

    /// In bytes, as on all common file systems.
    private static final int LONGEST_NAME = 255;

    Found find() throws IOException {
        var name = nameOf(asked);
        var found = walk(name, name);
        return found.isPresent() ? found.get() : behindLink(name);
    }

    /// The name below the root that a path stands for.
    private static Path nameOf(UrlPath path) throws NoSuchFileException {
        if (path.path().contains("//")) {
            throw new NoSuchFileException(path.path());
        }
        boolean isAscii = true;
        for (var segment : path.path().split("/")) {
            // A path that a request brought has neither dots nor empty names left, but nobody's
            // word is taken for it. Longer names than this exist nowhere.
            int length = segment.getBytes(StandardCharsets.UTF_8).length;
            if (segment.equals(".")
                    || segment.equals("..")
                    || ON_WINDOWS && isMoreThanAName(segment)
                    || length > LONGEST_NAME) {
                throw new NoSuchFileException(segment);
            }
            isAscii &= length == segment.length();
        }
        try {
            return isAscii ? Path.of(path.path().substring(1)) : nameInAnyLocale(path.path());
        } catch (IllegalArgumentException noName) {
            // No file can be called so here, for instance on Windows by a name with a star.
            throw new NoSuchFileException(path.path());
        }
    }

    /// On Windows, where a backslash separates names, and a colon ends that of a drive. Elsewhere they may stand in a
    /// name as any other character.
    private static boolean isMoreThanAName(String segment) {
        return segment.indexOf('\\') >= 0 || segment.indexOf(':') >= 0;
    }

    /// Java takes the bytes of a name from the locale, and in many a locale a Korean letter has none. The name in
    /// a URL is UTF-8, whatever the locale is.
    private static Path nameInAnyLocale(String path) {
        var absolute = Path.of(URI.create("file://" + new UrlPath(path, "").encoded()));
        return absolute.subpath(0, absolute.getNameCount());
    }

    /// The walk once more, along the real name of what a link leads to. A link that stands on this
    /// way has been put there meanwhile, and leads to nothing.
    private Found behindLink(Path name) throws IOException {
        var real = targetOf(name);
        return walk(real, tellingName(real)).orElse(Found.NOTHING);
    }

    /// @param telling the name that tells what the file is
    /// @return empty if a link stands on the way
    private Optional<Found> walk(Path name, Path telling) throws IOException {
        Directory directory = root.directory();
        try {
            for (int i = 0; i < name.getNameCount(); i++) {
                var entry = name.getName(i);
                if (entry.toString().isEmpty()) {
                    break; // The root itself: its name below the root is one empty name.
                }
                var attributes = directory.attributes(entry);
                if (attributes.isSymbolicLink()) {
                    return Optional.empty();
                }
                if (!attributes.isDirectory()) {
                    boolean isFileAskedFor = i == name.getNameCount() - 1 && !asked.isDirectory();
                    return Optional.of(
                            isFileAskedFor
                                    ? open(directory, name, telling, attributes)
                                    : Found.NOTHING);
                }
                directory = descend(directory, entry);
            }
            return Optional.of(
                    asked.isDirectory() ? openIndex(directory, name) : new Found.SlashMissing());
        } finally {
            closeUnlessRoot(directory);
        }
    }

    /// The real name of what a link leads to, relative to the root.
    private Path targetOf(Path name) throws IOException {
        var target = follow(name);
        if (!target.startsWith(root.realPath())) {
            throw new AccessDeniedException(name.toString());
        }
        return root.realPath().relativize(target);
    }

    private Path follow(Path name) throws IOException {
        try {
            return root.realPath().resolve(name).toRealPath();
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
                var linked = new Walk(root, AS_FILE, disk);
                return switch (linked.behindLink(name.resolve(INDEX))) {
                    case Found.SlashMissing _ -> new Found.Forbidden("The index is not a file");
                    case Found found -> found;
                };
            }
            var index = name.resolve(INDEX);
            return open(directory, index, index, attributes);
        } catch (NoSuchFileException noIndex) {
            return new Found.Forbidden(
                    "That directory has no index.html, and contents are not listed");
        }
    }

    /// @param telling the name that tells what the file is
    private Found open(Directory directory, Path name, Path telling, BasicFileAttributes attributes)
            throws IOException {
        // Opening a pipe would wait for somebody to write to it. (Whoever may rename in this
        // directory can put one here after the look, and so hold this thread.)
        if (!attributes.isRegularFile()) {
            return new Found.Forbidden("That is not a regular file");
        }
        var channel = directory.file(name.getFileName());
        try {
            return new OpenFile(
                    telling,
                    root.realPath().resolve(name),
                    channel,
                    channel.size(),
                    attributes.fileKey() == null ? name : attributes.fileKey(),
                    disk);
        } catch (IOException | RuntimeException | Error failure) {
            channel.close();
            throw failure;
        }
    }

    /// A link may lead to a store where names say nothing, or something else (`page.html -> store/8f3a9c`): what a
    /// file is, is told by the name that was asked for, if that tells it.
    private Path tellingName(Path real) throws NoSuchFileException {
        var path = asked.path();
        return MediaTypes.knows(path.substring(path.lastIndexOf('/'))) ? nameOf(asked) : real;
    }

    private void closeUnlessRoot(Directory directory) throws IOException {
        if (directory != root.directory()) {
            directory.close();
        }
    }
}
