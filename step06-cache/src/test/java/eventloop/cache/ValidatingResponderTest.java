package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.contract.Age;
import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.files.SlowDisk;
import eventloop.http.Headers;
import eventloop.http.Method;
import eventloop.http.Outgoing;
import eventloop.http.Request;
import eventloop.http.UrlPath;
import eventloop.http.Version;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to a file between its opening and the first look at its version, which comes a moment later.
class ValidatingResponderTest {
    private static final Request REQUEST =
            new Request(Method.GET, new UrlPath("/page", ""), Version.HTTP_1_1, true, Headers.NONE);

    private final ValidatingResponder responder =
            new ValidatingResponder(FileResponder.READ_WHILE_SENDING);

    @TempDir private Path root;
    private Path page;

    @BeforeEach
    void nameFile() {
        page = root.resolve("page");
    }

    /// Whoever writes a file anew begins by making it empty.
    @ParameterizedTest
    @ValueSource(strings = {"", "half"})
    void aPartOfAFileThatIsBeingWrittenIsNotSentAsTheWhole(String part) throws Exception {
        Files.writeString(page, part);
        var file = open(page);
        Files.writeString(page, "half, and the other half");

        assertThatThrownBy(() -> contentOf(file))
                .isInstanceOf(IOException.class)
                .hasMessage("page has changed while it was opened");
        assertThat(file.channel().isOpen()).isFalse();
    }

    @Test
    void aFileWhoseNameIsGivenToALargerOneArrivesWhole() throws Exception {
        var file = open(Files.writeString(page, "half"));
        var other = Files.writeString(root.resolve("other"), "quite another page");
        Files.move(other, page, StandardCopyOption.ATOMIC_MOVE);

        assertThat(contentOf(file)).isEqualTo("half");
    }

    /// Its number in the file system is all that tells the two apart.
    @Test
    void aFileWhoseNameIsGivenToAnotherOfItsSizeHasNoTagOfThat() throws Exception {
        var file = open(Files.writeString(page, "41"));
        var other = Files.writeString(root.resolve("other"), "42");
        Files.move(other, page, StandardCopyOption.ATOMIC_MOVE);
        Age.await(page);

        assertThat(responder.respond(REQUEST, file).value("ETag")).isEmpty();
        assertThat(contentOf(file)).isEqualTo("41");
    }

    /// Nobody can tell its version, which is no reason not to send it.
    @Test
    void aFileWhoseNameIsTakenAwayArrivesWithoutValidators() throws Exception {
        var file = open(Files.writeString(page, "half"));
        Files.delete(page);

        assertThat(responder.respond(REQUEST, file).value("ETag")).isEmpty();
        assertThat(contentOf(file)).isEqualTo("half");
    }

    private static OpenFile open(Path location) throws IOException {
        var attributes = Files.readAttributes(location, BasicFileAttributes.class);
        return new OpenFile(
                location.getFileName(),
                location,
                FileChannel.open(location),
                attributes.size(),
                attributes.fileKey(),
                SlowDisk.NONE);
    }

    private String contentOf(OpenFile file) throws IOException {
        try (var body = responder.respond(REQUEST, file).body()) {
            var content = ByteBuffer.allocate((int) body.length());
            var out = new Outgoing(1024).beginContent(new MemoryChannel(List.of(content)));
            body.send(out, 0, body.length());
            return new String(content.array(), StandardCharsets.UTF_8);
        }
    }
}
