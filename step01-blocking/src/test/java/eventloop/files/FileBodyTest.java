package eventloop.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.http.UrlPath;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBodyTest {
    @TempDir private Path directory;
    private DocumentRoot root;
    private OpenFile file;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(directory.resolve("digits.txt"), "0123456789");
        root = DocumentRoot.at(directory, SlowDisk.NONE);
        file = (OpenFile) root.find(new UrlPath("/digits.txt", ""));
    }

    @AfterEach
    void close() throws IOException {
        file.close();
        root.close();
    }

    @Test
    void itsBytesCanBeHadFromAnyPositionAndInAnyPieces() throws IOException {
        var body = new FileBody(file);
        assertThat(body.length()).isEqualTo(10);
        assertThat(copy(body, 0, 100)).isEqualTo("0123456789");
        assertThat(copy(body, 3, 4)).isEqualTo("3456");
        assertThat(copy(body, 9, 4)).isEqualTo("9");
    }

    @Test
    void aSliceCountsFromItsOwnBeginning() throws IOException {
        var slice = new FileBody(file).slice(2, 5);
        assertThat(slice.length()).isEqualTo(5);
        assertThat(copy(slice, 0, 100)).isEqualTo("23456");
        assertThat(copy(slice.slice(1, 3), 1, 100)).isEqualTo("45");
    }

    @Test
    void whatTheFileHasGrownByIsNotSent() throws IOException {
        Files.writeString(directory.resolve("digits.txt"), "more", StandardOpenOption.APPEND);
        assertThat(copy(new FileBody(file), 8, 100)).isEqualTo("89");
    }

    @Test
    void aFileThatHasShrunkIsNoticed() throws IOException {
        Files.writeString(directory.resolve("digits.txt"), "0123");
        assertThat(copy(new FileBody(file), 0, 100)).isEqualTo("0123");
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> copy(new FileBody(file), 4, 100));
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> file.read(0, 10));
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> file.transferTo(Channels.newChannel(nowhere()), 4, 6));
    }

    @Test
    void closingTheBodyClosesTheFile() throws IOException {
        new FileBody(file).slice(1, 1).close();
        assertThat(file.channel().isOpen()).isFalse();
    }

    private static ByteArrayOutputStream nowhere() {
        return new ByteArrayOutputStream();
    }

    private static String copy(FileBody body, long position, int room) throws IOException {
        var target = ByteBuffer.allocate(room);
        body.copyTo(target, position);
        return new String(target.array(), 0, target.position(), US_ASCII);
    }
}
