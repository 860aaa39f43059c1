package eventloop.lab.measure.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Random;

/// Makes files of given sizes, full of bytes that no one can compress or guess. Those that are there already
/// stay.
public final class SizedFiles {
    private SizedFiles() {}

    /// One file of each size, named after it: `1024.bin`.
    public static Path make(Path directory, Collection<Long> sizes) throws IOException {
        Files.createDirectories(directory);
        for (long bytes : sizes) {
            fill(directory.resolve(bytes + ".bin"), Math.toIntExact(bytes), bytes);
        }
        return directory;
    }

    /// Many files of one size.
    public static Path make(Path directory, int bytesEach, int count) throws IOException {
        Files.createDirectories(directory);
        for (int number = 0; number < count; number++) {
            fill(directory.resolve("page%05d.bin".formatted(number)), bytesEach, number);
        }
        return directory;
    }

    private static void fill(Path file, int bytes, long seed) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != bytes) {
            var content = new byte[bytes];
            new Random(seed).nextBytes(content);
            Files.write(file, content);
        }
    }
}
