package eventloop.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import eventloop.contract.Descriptors;
import eventloop.http.UrlPath;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
        try (var file = file("/hello.txt")) {
            assertThat(file.name()).isEqualTo(Path.of("hello.txt"));
            assertThat(file.size()).isEqualTo(5);
            assertThat(file.location()).isEqualTo(directory.toRealPath().resolve("hello.txt"));
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
            assertThat(link.fileKey()).isEqualTo(file.fileKey());
            assertThat(linkedIndex.fileKey()).isEqualTo(index.fileKey());
        }
    }

    @Test
    void aDirectoryWithoutItsSlashIsFoundToLackIt() throws IOException {
        assertThat(root.find(new UrlPath("/docs", "a=b"))).isEqualTo(new Found.SlashMissing());
        assertThat(root.find(new UrlPath("/link-to-docs", ""))).isEqualTo(new Found.SlashMissing());
    }

    @Test
    void whatIsNotThereIsNothing() throws IOException {
        for (var path :
                new String[] {
                    "/nothing",
                    "/docs/nothing",
                    "/hello.txt/",
                    "/a\\b",
                    "//hello.txt",
                    "/docs//index.html"
                }) {
            assertThat(root.find(new UrlPath(path, ""))).as(path).isEqualTo(Found.NOTHING);
        }
    }

    /// Put together name by name, it would be copied as often as it has names.
    @Test
    void aPathOfManyNamesTakesMemoryInProportionToItsLength() throws IOException {
        var path = "/a".repeat(4_000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(root.find(new UrlPath(path, ""))).isEqualTo(Found.NOTHING);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated / path.length()).as("bytes for each character").isLessThan(200);
    }

    @Test
    void aDirectoryWithoutAnIndexIsForbidden() throws IOException {
        assertThat(root.find(new UrlPath("/docs/empty/", ""))).isInstanceOf(Found.Forbidden.class);
        assertThat(root.find(UrlPath.ROOT)).isInstanceOf(Found.Forbidden.class);
    }

    @Test
    void anotherFileOfTheSameNameHasAnotherKey() throws IOException {
        try (var before = file("/hello.txt")) {
            var other = Files.writeString(directory.resolve("other.txt"), "hello");
            Files.move(other, directory.resolve("hello.txt"), StandardCopyOption.REPLACE_EXISTING);
            try (var after = file("/hello.txt")) {
                assertThat(after.fileKey()).isNotEqualTo(before.fileKey());
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
    void aLinkToAnotherReleaseIsSeen(@TempDir Path releases) throws IOException {
        for (var release : List.of("one", "two")) {
            Files.createDirectories(releases.resolve(release));
            Files.writeString(releases.resolve(release).resolve("release.txt"), release);
            Files.createSymbolicLink(
                    releases.resolve(release).resolve("link.txt"), Path.of("release.txt"));
        }
        var current = Files.createSymbolicLink(releases.resolve("current"), Path.of("one"));
        try (var site = DocumentRoot.at(current, SlowDisk.NONE)) {
            expectContent(site, "/release.txt", "one");
            var next = Files.createSymbolicLink(releases.resolve("next"), Path.of("two"));
            Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
            expectContent(site, "/release.txt", "two");
            expectContent(site, "/link.txt", "two");
        }
    }

    @Test
    void aRootThatIsMadeAnewIsSeenAndItsAbsenceIsSaid(@TempDir Path project) throws IOException {
        var dist = Files.createDirectory(project.resolve("dist"));
        Files.writeString(dist.resolve("page.txt"), "old");
        try (var site = DocumentRoot.at(dist, SlowDisk.NONE)) {
            for (var version : List.of("new", "newer")) {
                Files.delete(dist.resolve("page.txt"));
                Files.delete(dist);
                assertThat(site.find(new UrlPath("/page.txt", ""))).isEqualTo(new Found.NoRoot());
                Files.createDirectory(dist);
                Files.writeString(dist.resolve("page.txt"), version);
                expectContent(site, "/page.txt", version);
            }
        }
    }

    private static void expectContent(DocumentRoot site, String path, String content) {
        await().untilAsserted(() -> {
            switch (site.find(new UrlPath(path, ""))) {
                case OpenFile file -> {
                    try (file) {
                        assertThat(content(file)).isEqualTo(content);
                    }
                }
                case Found found -> fail("found " + found);
            }
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void formerRootsAreClosedThoughTheyAreSwappedWhileOthersLook(@TempDir Path releases)
            throws Exception {
        var current = releases.resolve("current");
        Files.createDirectory(current);
        long before = Descriptors.open();
        try (var site = DocumentRoot.at(current, SlowDisk.NONE);
                var lookers = Executors.newFixedThreadPool(2)) {
            var over = new AtomicBoolean();
            var looks = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 2; i++) {
                looks.add(
                        lookers.submit(() -> {
                            while (!over.get()) {
                                site.find(new UrlPath("/nothing", ""));
                            }
                            return true;
                        }));
            }
            try {
                for (int i = 1; i <= 10; i++) {
                    Files.move(current, releases.resolve("former-" + i));
                    Files.createDirectory(current);
                    Files.writeString(current.resolve("number.txt"), "" + i);
                    expectContent(site, "/number.txt", "" + i);
                }
            } finally {
                over.set(true);
            }
            for (var look : looks) {
                assertThat(look.get()).isTrue();
            }
        }
        assertThat(Descriptors.open()).isLessThan(before + 5);
    }

    @Test
    void theNameThatWasAskedForTellsTheType() throws IOException {
        var store = Files.createDirectory(directory.resolve("store"));
        Files.writeString(store.resolve("8f3a9c"), "page");
        Files.writeString(store.resolve("notes.txt"), "notes");
        Files.createSymbolicLink(directory.resolve("page.html"), Path.of("store/8f3a9c"));
        Files.createSymbolicLink(directory.resolve("page.css"), Path.of("store/notes.txt"));
        Files.createSymbolicLink(directory.resolve("latest"), Path.of("store/notes.txt"));
        Files.createSymbolicLink(directory.resolve("notes-1.2"), Path.of("store/notes.txt"));
        Files.createSymbolicLink(directory.resolve("nobody-knows"), Path.of("store/8f3a9c"));
        expectType("/page.html", "text/html; charset=utf-8");
        expectType("/page.css", "text/css; charset=utf-8");
        expectType("/latest", "text/plain; charset=utf-8");
        expectType("/notes-1.2", "text/plain; charset=utf-8");
        expectType("/nobody-knows", "application/octet-stream");
    }

    private void expectType(String path, String type) throws IOException {
        try (var file = file(path)) {
            assertThat(MediaTypes.describe(file).value("Content-Type")).contains(type);
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
        long before = Descriptors.open();
        for (int i = 0; i < 100; i++) {
            findAndClose(paths);
        }
        assertThat(Descriptors.open()).isLessThan(before + 50);
    }

    private void findAndClose(String... paths) throws IOException {
        for (var path : paths) {
            if (root.find(new UrlPath(path, "")) instanceof OpenFile file) {
                file.close();
            }
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
        file.read(bytes, 0, file.size());
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }
}
