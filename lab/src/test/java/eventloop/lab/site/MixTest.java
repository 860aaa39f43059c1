package eventloop.lab.site;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.load.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixTest {
    @TempDir private Path site;

    @Test
    void asksForEveryFileButTheLargeOnes() throws Exception {
        Files.createDirectory(site.resolve("below"));
        Files.write(site.resolve("below/small.png"), new byte[10]);
        Files.write(site.resolve("large.bin"), new byte[1 << 20]);

        assertThat(Mix.of(site)).extracting(Page::path).containsExactly("/below/small.png");
    }

    @Test
    void asksForStyleSheetsMoreOftenThanForPages() throws Exception {
        Files.write(site.resolve("a.css"), new byte[10]);
        Files.write(site.resolve("b.html"), new byte[10]);

        var mix = Mix.of(site);

        assertThat(mix.getFirst().weight()).isGreaterThan(mix.getLast().weight());
    }

    @Test
    void writesNamesTheWayTheyTravel() throws Exception {
        Files.write(site.resolve("두 번째.html"), new byte[10]);

        assertThat(Mix.of(site))
                .extracting(Page::path)
                .containsExactly("/%EB%91%90%20%EB%B2%88%EC%A7%B8.html");
    }
}
