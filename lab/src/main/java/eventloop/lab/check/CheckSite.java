package eventloop.lab.check;

import eventloop.lab.site.LargeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files that servers serve while they are checked.
public record CheckSite(Path root) {
    /// Paths of what is asked for.
    public static final String PAGE = "/page.html";

    public static final String LARGE = "/large/16MiB.bin";

    /// How many files there are of either kind that a check slows down.
    static final int SLOW_FILES = 4;

    static final int BURST_FILES = 200;

    private static final String PAGE_TEXT =
            "<!doctype html>\n<title>A page</title>\n<p>" + "…".repeat(1000);

    /// Makes what is not there yet.
    public static CheckSite in(Path directory) throws IOException {
        var site = new CheckSite(Files.createDirectories(directory));
        site.write(PAGE, PAGE_TEXT);
        for (int i = 0; i < SLOW_FILES; i++) {
            site.write(slow(i), "slow " + i);
        }
        for (int i = 0; i < BURST_FILES; i++) {
            site.write(burst(i), "burst " + i);
        }
        LargeFile.makeIn(directory);
        return site;
    }

    /// For a disk that is slow with `slow-*`.
    static String slow(int number) {
        return "/slow-%d.txt".formatted(number);
    }

    /// For a disk that is slow with `burst-*`.
    static String burst(int number) {
        return "/burst-%d.txt".formatted(number);
    }

    /// The bytes that a server should answer with.
    public byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(file(path));
    }

    private void write(String path, String text) throws IOException {
        if (!Files.exists(file(path))) {
            Files.writeString(file(path), text);
        }
    }

    private Path file(String path) {
        return root.resolve(path.substring(1));
    }
}
