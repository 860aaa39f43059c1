package eventloop.lab.show.browser;

import com.microsoft.playwright.Page;
import eventloop.lab.measure.site.CourseSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;

/// Pages such as browsers meet: the course's, one with many pictures, one without an icon, one with a Korean name, a
/// long video, a large download.
final class SiteForBrowsers {
    /// With the page itself fewer than the connections that a browser opens to one server: there is room for one on
    /// which it asks nothing.
    static final int PICTURES = 4;

    static final String KOREAN = "한글 문서.html";
    static final int VIDEO_SECONDS = 600;

    private static final int DOWNLOAD = 3 << 20;
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2018-11-05T00:00:00Z"));

    /// Has a browser do at once what it does by itself sooner or later: open a connection on which it asks nothing.
    private static final String A_CONNECTION_FOR_LATER =
            "<link rel='preconnect' href='/' crossorigin>";

    private SiteForBrowsers() {}

    static void make(Path site, Page page) throws IOException {
        copy(CourseSite.in(Path.of("..")), site.resolve("course"));
        Files.writeString(site.resolve("plain.html"), "<!doctype html><title>plain</title>plain");
        page(site, "index.html", "pictures", A_CONNECTION_FOR_LATER + pictures(site));
        page(site, KOREAN, "한글", "<p>안녕하세요</p>");
        page(site, "video.html", "video", "<video src='video.webm' preload='metadata'></video>");
        var picture = page.evaluate(TinyVideo.PICTURE).toString();
        Files.write(site.resolve("video.webm"), TinyVideo.of(picture, VIDEO_SECONDS));
        Files.write(site.resolve("download.bin"), noise());
    }

    /// Without the large files, which are made when a server starts. Files are old, as most are: what has just changed
    /// a browser does not take for fresh.
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copied = to.resolve(from.relativize(file));
                if (!file.getParent().endsWith("large")) {
                    Files.createDirectories(copied.getParent());
                    Files.copy(file, copied);
                    Files.setLastModifiedTime(copied, LONG_AGO);
                }
            }
        }
    }

    private static String pictures(Path site) throws IOException {
        var pictures = new StringBuilder();
        for (int i = 0; i < PICTURES; i++) {
            var svg =
                    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><!-- %d --></svg>"
                            .formatted(i);
            Files.writeString(site.resolve("picture" + i + ".svg"), svg);
            pictures.append("<img alt='' src='picture").append(i).append(".svg'>");
        }
        return pictures.toString();
    }

    private static void page(Path site, String name, String title, String body) throws IOException {
        Files.writeString(
                site.resolve(name),
                """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
                <link rel="icon" href="data:,"><body>%s</body></html>
                """
                        .formatted(title, body));
    }

    private static byte[] noise() {
        var bytes = new byte[DOWNLOAD];
        new Random(2018).nextBytes(bytes);
        return bytes;
    }
}
