package eventloop.contract;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing outside the root is ever served, by no spelling and through no link.
abstract class EscapeTopic extends Topic {
    private static final int REQUESTS = 2_000;
    private static final int SWAPS = 500;

    EscapeTopic(HttpContract step) {
        super(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../outside/secret.txt",
                "/docs/../../outside/secret.txt",
                "/./../outside/secret.txt",
                "//../outside/secret.txt",
                "/docs/..//../outside/secret.txt",
                "/nothing/../../outside/secret.txt",
                "/%2e%2e/outside/secret.txt",
                "/.%2E/outside/secret.txt",
                "/..%2foutside%2fsecret.txt",
                "/%2e%2e%2foutside/secret.txt",
                "/docs%2f..%2f..%2foutside/secret.txt",
                "/..\\outside\\secret.txt",
                "/..%5coutside%5csecret.txt",
                "/docs\\..\\..\\outside\\secret.txt",
                "/%252e%252e/outside/secret.txt",
                "/%c0%ae%c0%ae/outside/secret.txt",
                "/%e0%80%ae%e0%80%ae/outside/secret.txt",
                "/..%c0%afoutside/secret.txt",
                "/..%00/outside/secret.txt",
                "/%00../outside/secret.txt",
                "/..;/outside/secret.txt",
                "/..%20/outside/secret.txt",
                "/.../outside/secret.txt",
                "/....//outside/secret.txt",
                "/..?/../outside/secret.txt",
                "http://localhost/../outside/secret.txt",
                "http://localhost/%2e%2e/outside/secret.txt",
                "http://../outside/secret.txt",
                "file:///outside/secret.txt",
                "/link-outside.txt",
                "/link-to-outside",
                "/link-to-outside/",
                "/link-to-outside/secret.txt",
                "/link-to-root/link-to-outside/secret.txt",
                "/docs/link-up/secret.txt",
                "/link-to-docs/link-up/secret.txt",
                "/index-leads-outside/",
                "/index-leads-outside/index.html",
                "/C:/outside/secret.txt",
                "//localhost/outside/secret.txt",
                "/~root/secret.txt",
            })
    void noSpellingAndNoLinkLeadsOut(String target) throws Exception {
        var response = get(target);
        assertThat(response.status()).isIn(400, 403, 404);
        assertThat(response.text()).doesNotContain(Site.SECRET);
    }

    @Test
    void theNameOfAFileOnTheDiskIsNotItsPathHere() throws Exception {
        var secret = site().outside().resolve("secret.txt").toString();
        assertThat(get(secret).status()).isEqualTo(404);
        assertThat(get("/" + secret).status()).isEqualTo(404);
        assertThat(get(secret.replace("/", "%2f").replaceFirst("%2f", "/%2f")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/link-outside.txt",
                "/link-to-outside/secret.txt",
                "/index-leads-outside/",
                "/pipe"
            })
    void whatStandsThereAndMayNotBeReadIsForbidden(String target) throws Exception {
        var response = get(target);
        assertThat(response.status()).isEqualTo(403);
        expectErrorPage(response);
    }

    @Test
    void aFileTheServerMayNotReadIsForbidden() throws Exception {
        // For the superuser every file is readable.
        boolean readable = Files.isReadable(site().file("unreadable.txt"));
        assertThat(get("/unreadable.txt").status()).isEqualTo(readable ? 200 : 403);
    }

    @ParameterizedTest
    @CsvSource({
        "/link-inside.txt, Hello",
        "/link-relative.txt, Hello",
        "/link-to-root/hello.txt, Hello",
        "/link-to-root/link-to-root/link-inside.txt, Hello",
        "/link-to-docs/page.html, page",
        "/link-to-root/link-to-docs/page.html, page",
        "/link-to-docs/, Docs",
        "/link-to-root/, Home"
    })
    void linksWithinTheRootAreFollowed(String target, String content) throws Exception {
        var response = get(target);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).contains(content);
    }

    @Test
    void aFileSwappedForALinkDuringRequestsNeverLeadsOut() throws Exception {
        var name = site().file("swapped.txt");
        expectNoEscapeDuring(
                "/swapped.txt",
                () -> {
                    replace(name, temporary -> Files.writeString(temporary, Site.GREETING));
                    replaceByLink(name, site().outside().resolve("secret.txt"));
                    replaceByLink(name, site().file("hello.txt"));
                });
    }

    @Test
    void aDirectorySwappedForALinkDuringRequestsNeverLeadsOut() throws Exception {
        var name = site().file("swapped");
        var inside = Files.createDirectories(site().file("swapped-inside"));
        Files.writeString(inside.resolve("secret.txt"), Site.GREETING);
        expectNoEscapeDuring(
                "/swapped/secret.txt",
                () -> {
                    Files.move(inside, name);
                    Files.move(name, inside);
                    replaceByLink(name, site().outside());
                    replaceByLink(name, inside);
                    Files.delete(name);
                });
    }

    private interface Swap {
        void run() throws IOException;
    }

    private interface Making {
        void at(Path temporary) throws IOException;
    }

    private static void replaceByLink(Path name, Path target) throws IOException {
        replace(name, temporary -> Files.createSymbolicLink(temporary, target));
    }

    /// At no moment is there nothing of this name.
    private static void replace(Path name, Making making) throws IOException {
        var temporary = name.resolveSibling(name.getFileName() + ".new");
        making.at(temporary);
        Files.move(temporary, name, ATOMIC_MOVE);
    }

    private void expectNoEscapeDuring(String target, Swap swap) throws Exception {
        var enough = new AtomicBoolean();
        var swaps = new AtomicInteger();
        var swapping =
                CompletableFuture.runAsync(
                        () -> repeat(swap, swaps, enough),
                        task -> Thread.ofPlatform().daemon().start(task));
        try {
            var client = connect();
            int served = 0;
            for (int i = 0; i < REQUESTS || served == 0 || swaps.get() < SWAPS; i++) {
                assertThat(swapping).isNotCompletedExceptionally();
                if (served == 0) {
                    assertThat(i)
                            .as("requests that never met the file itself")
                            .isLessThan(50 * REQUESTS);
                }
                var response = client.get(target);
                assertThat(response.text()).doesNotContain(Site.SECRET);
                if (response.status() == 200) {
                    assertThat(response.text()).isEqualTo(Site.GREETING);
                    served++;
                }
            }
        } finally {
            enough.set(true);
        }
        swapping.get(10, TimeUnit.SECONDS);
    }

    private static void repeat(Swap swap, AtomicInteger swaps, AtomicBoolean enough) {
        try {
            while (!enough.get()) {
                swap.run();
                swaps.incrementAndGet();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
