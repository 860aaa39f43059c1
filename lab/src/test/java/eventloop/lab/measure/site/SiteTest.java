package eventloop.lab.measure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The site that ships with the course.
class SiteTest {
    private static final Path SITE = Path.of("site");
    private static final Path LARGE = Path.of("large", "16MiB.bin");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws Exception {
        var html = Files.readString(page);
        var links = LINK.matcher(html).results().toList();

        assertThat(links).isNotEmpty();
        assertThat(links)
                .map(link -> target(page, link.group(1)))
                .allMatch(file -> Files.exists(file) || file.endsWith(LARGE));
    }

    private static Path target(Path page, String link) {
        return link.startsWith("/")
                ? SITE.resolve(link.substring(1))
                : page.resolveSibling(link).normalize();
    }

    static List<Path> pages() throws IOException {
        try (var files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void filesAreOfTheSizesOfARealSite() throws Exception {
        var mix = Mix.of(SITE);

        assertThat(mix).hasSizeBetween(15, 25);
        assertThat(mix)
                .map(page -> Files.size(Path.of(page.file())))
                .allMatch(size -> size >= 200 && size <= 60 << 10);
    }

    @Test
    void largeFileIsTheSameOnEveryMachine(@TempDir Path site) throws Exception {
        LargeFile.makeIn(site);

        var bytes = Files.readAllBytes(site.resolve(LARGE));
        var checksum = new CRC32();
        checksum.update(bytes);
        assertThat(bytes).hasSize(16 << 20);
        assertThat(checksum.getValue()).isEqualTo(693_525_961L);
    }

    @Test
    void largeFileIsMadeOnce(@TempDir Path site) throws Exception {
        Files.createDirectories(site.resolve(LARGE).getParent());
        Files.writeString(site.resolve(LARGE), "is there already");

        LargeFile.makeIn(site);

        assertThat(site.resolve(LARGE)).hasContent("is there already");
        try (Stream<Path> files = Files.list(site.resolve("large"))) {
            assertThat(files).hasSize(1);
        }
    }
}
