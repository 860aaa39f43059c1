package eventloop.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.http.UrlPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DocumentRootTest {
    @TempDir private Path directory;
    private DocumentRoot root;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(directory.resolve("docs/empty"));
        Files.writeString(directory.resolve("hello.txt"), "hello");
        Files.writeString(directory.resolve("docs/index.html"), "docs");
        Files.createSymbolicLink(directory.resolve("link.txt"), Path.of("hello.txt"));
        Files.createSymbolicLink(directory.resolve("link-to-docs"), Path.of("docs"));
        root = DocumentRoot.at(directory, SlowDisk.NONE);
    }

    @AfterEach
    void close() throws IOException {
        root.close();
    }

    @Test
    void aFileIsOpenedWithAllThatIsToBeKnownOfIt() throws IOException {
        var changed = Instant.parse("2024-02-29T12:00:00.123Z");
        Files.setLastModifiedTime(directory.resolve("hello.txt"), FileTime.from(changed));
        try (var file = file("/hello.txt")) {
            assertThat(file.name()).isEqualTo(Path.of("hello.txt"));
            assertThat(file.size()).isEqualTo(5);
            assertThat(file.lastModified()).isEqualTo(changed);
            assertThat(content(file)).isEqualTo("hello");
        }
    }

    @Test
    void aDirectoryIsItsIndex() throws IOException {
        try (var file = file("/docs/")) {
            assertThat(file.name()).isEqualTo(Path.of("docs/index.html"));
            assertThat(content(file)).isEqualTo("docs");
        }
    }

    @Test
    void aLinkIsTheFileItLeadsTo() throws IOException {
        try (var file = file("/hello.txt");
                var link = file("/link.txt");
                var index = file("/docs/");
                var linkedIndex = file("/link-to-docs/")) {
            assertThat(link.identity()).isEqualTo(file.identity());
            assertThat(linkedIndex.identity()).isEqualTo(index.identity());
        }
    }

    @Test
    void aDirectoryWithoutItsSlashIsElsewhere() throws IOException {
        assertThat(root.find(new UrlPath("/docs", "a=b"))).isEqualTo(new Found.Elsewhere());
        assertThat(root.find(new UrlPath("/link-to-docs", ""))).isEqualTo(new Found.Elsewhere());
    }

    @Test
    void whatIsNotThereIsNothing() throws IOException {
        for (var path : new String[] {"/nothing", "/docs/nothing", "/hello.txt/", "/a\\b"}) {
            assertThat(root.find(new UrlPath(path, ""))).as(path).isEqualTo(Found.NOTHING);
        }
    }

    @Test
    void aDirectoryWithoutAnIndexIsForbidden() throws IOException {
        assertThat(root.find(new UrlPath("/docs/empty/", ""))).isInstanceOf(Found.Forbidden.class);
        assertThat(root.find(UrlPath.ROOT)).isInstanceOf(Found.Forbidden.class);
    }

    @Test
    void anotherFileOfTheSameNameHasAnotherIdentity() throws IOException {
        try (var before = file("/hello.txt")) {
            var other = Files.writeString(directory.resolve("other.txt"), "hello");
            Files.setLastModifiedTime(other, FileTime.from(before.lastModified()));
            Files.move(other, directory.resolve("hello.txt"), StandardCopyOption.REPLACE_EXISTING);
            try (var after = file("/hello.txt")) {
                assertThat(after.lastModified()).isEqualTo(before.lastModified());
                assertThat(after.identity()).isNotEqualTo(before.identity());
            }
        }
    }

    @Test
    void theRootGoesOnWhenItsDirectoryIsRenamed(@TempDir Path elsewhere) throws IOException {
        Files.move(directory.resolve("docs"), elsewhere.resolve("docs"));
        try (var docs = DocumentRoot.at(elsewhere.resolve("docs"), SlowDisk.NONE)) {
            Files.move(elsewhere.resolve("docs"), elsewhere.resolve("renamed"));
            try (var file = (OpenFile) docs.find(UrlPath.ROOT)) {
                assertThat(content(file)).isEqualTo("docs");
            }
        }
    }

    @Test
    void theDiskIsSlowWhereItIsToldToBe() throws IOException {
        var slowed = new StringBuilder();
        try (var slow = DocumentRoot.at(directory, file -> slowed.append(file.getFileName()));
                var file = (OpenFile) slow.find(new UrlPath("/hello.txt", ""))) {
            assertThat(slowed).isEmpty();
            content(file);
            assertThat(slowed).hasToString("hello.txt");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void lookingForFilesLeavesNoDescriptorOpen() throws IOException {
        var paths =
                new String[] {
                    "/hello.txt",
                    "/docs/",
                    "/docs",
                    "/docs/empty/",
                    "/nothing",
                    "/docs/nothing",
                    "/hello.txt/more",
                    "/link.txt",
                    "/link-to-docs/",
                    "/link-to-docs"
                };
        findAndClose(paths);
        long before = openDescriptors();
        for (int i = 0; i < 100; i++) {
            findAndClose(paths);
        }
        assertThat(openDescriptors()).isLessThan(before + 50);
    }

    private void findAndClose(String... paths) throws IOException {
        for (var path : paths) {
            if (root.find(new UrlPath(path, "")) instanceof OpenFile file) {
                file.close();
            }
        }
    }

    private static long openDescriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void aRootMustBeADirectory() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> DocumentRoot.at(directory.resolve("nothing"), SlowDisk.NONE));
        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> DocumentRoot.at(directory.resolve("hello.txt"), SlowDisk.NONE));
    }

    private OpenFile file(String path) throws IOException {
        return (OpenFile) root.find(new UrlPath(path, ""));
    }

    private static String content(OpenFile file) throws IOException {
        var bytes = ByteBuffer.allocate((int) file.size());
        file.read(bytes, 0);
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }
}
