package eventloop.lab.study.peers;

import eventloop.lab.measure.result.WholeFile;
import eventloop.lab.measure.site.LargeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The few files that all servers serve while they are asked. Their times have fractions of a second, as those of
/// real files do: that alone changes some answers.
final class PeerSite {
    static final String PAGE = "/page.html";
    static final String EMPTY = "/empty.txt";
    static final String DIRECTORY = "/directory";
    static final String MISSING = "/missing.html";
    static final String LARGE = "/large/16MiB.bin";
    static final int LARGE_BYTES = 16 << 20;
    static final int PAGE_BYTES = 1000;

    private PeerSite() {}

    /// Makes what is not there yet, or not as it should be.
    static Path in(Path directory) throws IOException {
        Files.createDirectories(directory.resolve(DIRECTORY.substring(1)));
        write(directory.resolve(PAGE.substring(1)), "p".repeat(PAGE_BYTES));
        write(directory.resolve(EMPTY.substring(1)), "");
        write(directory.resolve(DIRECTORY.substring(1)).resolve("index.html"), "index");
        LargeFile.makeIn(directory);
        return directory;
    }

    /// A file that is right keeps its time.
    private static void write(Path file, String text) throws IOException {
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
            WholeFile.write(file, text);
        }
    }
}
