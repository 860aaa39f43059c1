package eventloop.lab.measure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The site that ships with the course, as what is asked for in measurements.
class MeasuredSiteTest {
    private static final Path SITE = Path.of("site");
    private static final Path LARGE = Path.of("large", "16MiB.bin");

    @Test
    void filesAreOfTheSizesOfARealSite() throws Exception {
        var mix = Mix.of(SITE);

        assertThat(mix).hasSizeBetween(15, 60);
        assertThat(mix)
                .map(page -> Files.size(Path.of(page.file())))
                .allMatch(size -> size >= 200 && size <= 64 << 10);
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
