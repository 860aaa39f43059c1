package eventloop.lab.measure.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Tells whether something was made from the files that are there now: a checksum of their names and of what is in
/// them. Their times tell nothing: an unpacked archive has old ones, and some clocks are ahead.
public final class SourceChecksum {
    private SourceChecksum() {}

    /// @param course the course's directory, from which files are named
    /// @param places files, and folders of which every file counts; in any order
    public static String of(Path course, Stream<Path> places) throws IOException {
        var checksum = new CRC32();
        try (var files = places.flatMap(SourceChecksum::files)) {
            for (var file : files.sorted().toList()) {
                checksum.update(course.relativize(file).toString().getBytes());
                checksum.update(Files.readAllBytes(file));
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return Long.toHexString(checksum.getValue());
    }

    /// A stream that is made flat closes what it was made of.
    private static Stream<Path> files(Path place) {
        try {
            return Files.walk(place).filter(Files::isRegularFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
