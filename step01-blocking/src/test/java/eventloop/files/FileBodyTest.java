package eventloop.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.http.FakeSocket;
import eventloop.http.Outgoing;
import eventloop.http.UrlPath;
import java.io.EOFException;
import java.io.IOException;
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
        assertThat(sent(body, 0, 10, 100)).isEqualTo("0123456789");
        assertThat(sent(body, 3, 10, 4)).isEqualTo("3456");
        assertThat(sent(body, 2, 5, 100)).isEqualTo("234");
        assertThat(sent(body, 9, 10, 4)).isEqualTo("9");
    }

    @Test
    void whatTheFileHasGrownByIsNotSent() throws IOException {
        Files.writeString(directory.resolve("digits.txt"), "more", StandardOpenOption.APPEND);
        assertThat(sent(new FileBody(file), 8, 10, 100)).isEqualTo("89");
    }

    @Test
    void aFileThatHasShrunkIsNoticed() throws IOException {
        Files.writeString(directory.resolve("digits.txt"), "0123");
        assertThat(sent(new FileBody(file), 0, 10, 100)).isEqualTo("0123");
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> sent(new FileBody(file), 4, 10, 100));
    }

    @Test
    void closingTheBodyClosesTheFile() throws IOException {
        new FileBody(file).close();
        assertThat(file.channel().isOpen()).isFalse();
    }

    /// What goes in one turn, if the buffer has `room`.
    private static String sent(FileBody body, long from, long to, int room) throws IOException {
        var socket = new FakeSocket(100);
        body.send(new Outgoing(room).beginContent(socket), from, to);
        return socket.text();
    }
}
