package eventloop.lab.measure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

    /// What is left for a compressor is that each byte is one of 64.
    @Test
    void canHardlyBeCompressed() throws Exception {
        SizedFiles.make(directory, List.of(100_000L));

        var compressed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(compressed)) {
            Files.copy(directory.resolve("100000.bin"), out);
        }

        assertThat(compressed.size()).isGreaterThan(100_000 * 6 / 8);
    }

    @Test
    void canBeWrittenIntoAConfiguration() throws Exception {
        SizedFiles.make(directory, List.of(100_000L));

        assertThat(directory.resolve("100000.bin")).content().matches("[A-Za-z0-9_-]*");
    }

    @Test
    void areMadeOnceUnlessTheyAreOthers() throws Exception {
        SizedFiles.make(directory, List.of(4L, 8L));
        var there = directory.resolve("4.bin");
        Files.setLastModifiedTime(there, FileTime.from(Instant.EPOCH));
        var another = Files.writeString(directory.resolve("8.bin"), "another!");

        SizedFiles.make(directory, List.of(4L, 8L));

        assertThat(Files.getLastModifiedTime(there)).isEqualTo(FileTime.from(Instant.EPOCH));
        assertThat(another).content().isNotEqualTo("another!");
    }
}
