package eventloop.peers;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file of the site, as it is at this moment: for the peers that bring no handler for files.
record SiteFile(Path path, String mediaType, long length, Instant lastModified) {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /// What could lead out of the root, or be a second name of the same file.
    private static final Pattern REFUSED = Pattern.compile("//|/\\.|\\\\|\0");

    /// @param path of the URL, decoded, from its first slash on; with a slash at the end, it stands for the
    ///     directory's index.html
    /// @return nothing if there is no such file
    static Optional<SiteFile> find(Path root, String path) {
        if (!path.startsWith("/") || REFUSED.matcher(path).find()) {
            return Optional.empty();
        }
        try {
            var file = root.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""));
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(
                            new SiteFile(
                                    file,
                                    mediaType(file),
                                    attributes.size(),
                                    attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException | InvalidPathException missing) {
            // What can be no name is the name of no file.
            return Optional.empty();
        }
    }

    private static String mediaType(Path file) {
        return Optional.ofNullable(
                        URLConnection.guessContentTypeFromName(file.getFileName().toString()))
                .orElse(UNKNOWN_TYPE);
    }
}
