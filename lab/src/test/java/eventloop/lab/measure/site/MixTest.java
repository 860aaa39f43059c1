package eventloop.lab.measure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void hiddenFilesAreNotAskedFor() throws Exception {
        Files.createDirectory(site.resolve(".git"));
        Files.writeString(site.resolve(".git/config"), "none of their business");
        Files.writeString(site.resolve(".htaccess"), "nor this");
        Files.writeString(site.resolve("page.html"), "<p>a page");

        assertThat(Mix.of(site)).extracting(Page::path).containsExactly("/page.html");
    }

    @Test
    void asksForStyleSheetsMoreOftenThanForPages() throws Exception {
        Files.write(site.resolve("a.css"), new byte[10]);
        Files.write(site.resolve("b.html"), new byte[10]);

        var mix = Mix.of(site);

        assertThat(mix.getFirst().weight()).isGreaterThan(mix.getLast().weight());
    }

    @Test
    void aFileIsAskedForByItsNameInAUrl() throws Exception {
        var file = Files.write(site.resolve("a page.html"), new byte[10]);

        assertThat(Mix.of(site))
                .singleElement()
                .returns("/a%20page.html", Page::path)
                .returns(file.toString(), Page::file);
    }

    @Test
    void filesAreAskedForByZipfsLaw() throws Exception {
        SizedFiles.make(site, 10, 100);

        var weights = Mix.zipf(site, 1, 2018).stream().map(Page::weight).toList();

        assertThat(weights).hasSize(100).startsWith(1000, 500, 333, 250, 200).endsWith(10);
    }

    @Test
    void whichFileIsPopularIsDrawnAndAlwaysTheSame() throws Exception {
        SizedFiles.make(site, 10, 100);

        assertThat(Mix.zipf(site, 1, 2018))
                .isEqualTo(Mix.zipf(site, 1, 2018))
                .isNotEqualTo(Mix.zipf(site, 1, 2019))
                .isNotEqualTo(Mix.zipf(site, 1, 2018).reversed());
    }

    @Test
    void withoutAnExponentAllFilesAreAlike() throws Exception {
        SizedFiles.make(site, 10, 5);

        assertThat(Mix.zipf(site, 0, 1)).extracting(Page::weight).containsOnly(10);
    }

    @Test
    void madeFilesAreAskedForBySize() throws Exception {
        SizedFiles.make(site, List.of(1024L, 1L << 20));

        var mix = Mix.sizes(site, Map.of(1024L, 90, 1L << 20, 10));

        assertThat(mix).extracting(Page::path).containsExactly("/1024.bin", "/1048576.bin");
        assertThat(mix).extracting(Page::weight).containsExactly(90, 10);
        assertThat(mix)
                .map(page -> Files.size(Path.of(page.file())))
                .containsExactly(1024L, 1L << 20);
    }

    @Test
    void writesNamesTheWayTheyTravel() throws Exception {
        Files.write(site.resolve("두 번째.html"), new byte[10]);

        assertThat(Mix.of(site))
                .extracting(Page::path)
                .containsExactly("/%EB%91%90%20%EB%B2%88%EC%A7%B8.html");
    }
}
