package eventloop.lab.measure.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes files in one go: whoever reads sees the old text or the new one, also where the disk is full or the process
/// ends in between. Only a process that is killed may leave a file beside it, whose name ends in `.fresh`.
public final class WholeFile {
    private WholeFile() {}

    /// One process may write a file at once from one thread only; several processes may.
    public static Path write(Path file, String text) throws IOException {
        var fresh =
                file.resolveSibling(
                        "%s.%d.fresh".formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.writeString(fresh, text);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
