package eventloop.lab.measure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizedFilesTest {
    @TempDir private Path directory;

    @Test
    void areTheSameEverywhere() throws Exception {
        var here = SizedFiles.make(directory.resolve("here"), List.of(5000L));
        var there = SizedFiles.make(directory.resolve("there"), List.of(5000L));

        assertThat(here.resolve("5000.bin")).hasSameBinaryContentAs(there.resolve("5000.bin"));
    }

    @Test
    void ofOneSizeAreAllDifferent() throws Exception {
        SizedFiles.make(directory, 100, 3);

        assertThat(directory.resolve("page00000.bin")).hasSize(100);
        assertThat(
                        Files.mismatch(
                                directory.resolve("page00000.bin"),
                                directory.resolve("page00001.bin")))
                .isNotNegative();
        assertThat(directory.resolve("page00003.bin")).doesNotExist();
    }

    @Test
    void cannotBeCompressed() throws Exception {
        SizedFiles.make(directory, List.of(100_000L));

        var compressed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(compressed)) {
            Files.copy(directory.resolve("100000.bin"), out);
        }

        assertThat(compressed.size()).isGreaterThan(99_000);
    }

    @Test
    void areMadeOnceUnlessTheyAreNotWhole() throws Exception {
        var there = Files.writeString(directory.resolve("4.bin"), "here");
        var half = Files.writeString(directory.resolve("8.bin"), "half");

        SizedFiles.make(directory, List.of(4L, 8L));

        assertThat(there).hasContent("here");
        assertThat(half).hasSize(8);
    }
}
