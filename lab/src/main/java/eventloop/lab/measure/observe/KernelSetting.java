package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of one line in `/proc/sys`.
public final class KernelSetting {
    private KernelSetting() {}

    /// In one piece, as a buffered reader asks for it: the kernel has nothing more to say to a second read, and
    /// [Files#readString] begins with one of a single byte.
    public static String read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return reader.readLine().strip();
        }
    }
}
