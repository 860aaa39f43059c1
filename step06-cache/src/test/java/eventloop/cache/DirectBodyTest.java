package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.files.DocumentRoot;
import eventloop.files.OpenFile;
import eventloop.files.SlowDisk;
import eventloop.http.UrlPath;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One buffer, and any number of clients who are at different places in it.
class DirectBodyTest {
    /// More than goes in one turn.
    private static final int SIZE = 900_000;

    private final byte[] content = new byte[SIZE];
    @TempDir private Path directory;

    @Test
    void whereOneClientIsDoesNotMatterToAnother() throws Exception {
        var body = body();
        assertThat(bytes(body.from(0))).isEqualTo(part(0, 256 * 1024));
        assertThat(bytes(body.from(800_000))).isEqualTo(part(800_000, SIZE));
        assertThat(bytes(body.from(0))).isEqualTo(part(0, 256 * 1024));
    }

    @Test
    void aPartCanBeHadWhileAnotherClientIsHalfWayThrough() throws Exception {
        var body = body();
        body.from(0);
        var part = body.slice(800_000, 100);
        assertThat(part.length()).isEqualTo(100);
        assertThat(bytes(part.from(0))).isEqualTo(part(800_000, 800_100));
    }

    private DirectBody body() throws Exception {
        new Random(8).nextBytes(content);
        Files.write(directory.resolve("file.bin"), content);
        try (var root = DocumentRoot.at(directory, SlowDisk.NONE);
                var file = (OpenFile) root.find(new UrlPath("/file.bin", ""))) {
            return DirectBody.read(file);
        }
    }

    private byte[] part(int from, int to) {
        return Arrays.copyOfRange(content, from, to);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
