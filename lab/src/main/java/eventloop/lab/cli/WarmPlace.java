package eventloop.lab.cli;

import eventloop.lab.measure.result.WholeFile;
import eventloop.lab.measure.server.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/// Where a warm JVM says that it can be reached: a file in which stand what it was built from and its socket. It
/// lives as long as this file is there and unchanged; whoever removes it ends it, as a new build does.
///
/// @param file `exercises/target/warm.txt`
/// @param build stands for everything that is built, for the JDK and for the PATH
record WarmPlace(Path file, String build) {
    static WarmPlace in(Path course) throws IOException {
        var sum = new CRC32();
        var built = course.resolve("target/built");
        sum.update(Files.exists(built) ? Files.readAllBytes(built) : new byte[0]);
        // A server of one's own (exercise 3.6) is found by the PATH of whoever calls.
        sum.update(Programs.path().getBytes(StandardCharsets.UTF_8));
        return new WarmPlace(
                course.resolve("exercises/target/warm.txt"),
                Long.toHexString(sum.getValue()) + " " + System.getProperty("java.home"));
    }

    /// The socket of one that runs what is built now.
    Optional<Path> socket() throws IOException {
        try {
            var lines = Files.readAllLines(file);
            return lines.size() == 2 && lines.getFirst().equals(build)
                    ? Optional.of(Path.of(lines.getLast()))
                    : Optional.empty();
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        }
    }

    void announce(Path socket) throws IOException {
        WholeFile.write(file, build + "\n" + socket + "\n");
    }
}
