package eventloop.lab.measure.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Random;

/// Makes files of given sizes, full of letters and digits that no one can guess: also a server whose configuration
/// has to hold the bytes can serve them. Those that are there already stay.
public final class SizedFiles {
    /// As many as a power of two.
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

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
        var content = content(bytes, new Random(seed));
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.write(file, content);
        }
    }

    private static byte[] content(int bytes, Random random) {
        var content = new byte[bytes];
        random.nextBytes(content);
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) LETTERS.charAt(content[i] & LETTERS.length() - 1);
        }
        return content;
    }
}
