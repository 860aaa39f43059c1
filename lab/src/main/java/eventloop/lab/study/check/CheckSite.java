package eventloop.lab.study.check;

import eventloop.lab.measure.site.LargeFile;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The files that servers serve while they are checked.
///
/// @param page the path of an HTML page
/// @param large the path of a file of 16 MiB
/// @param small paths of several small files
public record CheckSite(Path root, String page, String large, List<String> small) {
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
        var site =
                new CheckSite(
                        Files.createDirectories(directory),
                        PAGE,
                        LARGE,
                        IntStream.range(0, BURST_FILES).mapToObj(CheckSite::burst).toList());
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

    /// The course's own site, which any server can be told to serve.
    public static CheckSite ofCourse(Path site) throws IOException {
        LargeFile.makeIn(site);
        var small = Mix.of(site).stream().map(Page::path).toList();
        return new CheckSite(site, "/index.html", LARGE, small);
    }

    /// One small file after another; the first again after the last.
    String different(int number) {
        return small.get(number % small.size());
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
