package eventloop.lab.show.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much the course takes on a laptop, in bytes.
///
/// @param archive the one file
/// @param unpacked all files in it
/// @param repository those of them that Maven needs
public record BundleSizes(long archive, long unpacked, long repository) {
    /// Of all files in a folder.
    public static long of(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            long bytes = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
