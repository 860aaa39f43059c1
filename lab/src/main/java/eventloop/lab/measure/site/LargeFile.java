package eventloop.lab.measure.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;

/// A file of 16 MiB for the site, made at its first use instead of weighing on every clone. Its bytes are
/// random, but the same everywhere.
public final class LargeFile {
    private static final Path NAME = Path.of("large", "16MiB.bin");
    private static final int BYTES = 16 << 20;
    private static final int BLOCK = 1 << 16;
    private static final long SEED = 2018;

    private LargeFile() {}

    /// `java … eventloop.lab.measure.site.LargeFile SITE`
    public static void main(String... arguments) {
        try {
            makeIn(Path.of(arguments[0]));
        } catch (IOException cannot) {
            System.err.printf("course: %s cannot be made: %s%n", NAME, cannot);
            System.exit(1);
        }
    }

    /// Makes it if it is not there. It appears whole or not at all, however many make it at once.
    public static synchronized void makeIn(Path site) throws IOException {
        var file = site.resolve(NAME);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        // No load asks for a hidden file (see Mix), should it be left behind.
        var unfinished = file.resolveSibling(".unfinished-" + ProcessHandle.current().pid());
        try {
            write(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(Path file) throws IOException {
        var random = new SplittableRandom(SEED);
        var block = new byte[BLOCK];
        try (var out = Files.newOutputStream(file)) {
            for (int written = 0; written < BYTES; written += BLOCK) {
                for (int i = 0; i < BLOCK; i++) {
                    block[i] = (byte) random.nextInt();
                }
                out.write(block);
            }
        }
    }
}
