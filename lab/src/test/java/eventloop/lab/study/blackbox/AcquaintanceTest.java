package eventloop.lab.study.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import eventloop.lab.measure.server.Nobody;
import eventloop.lab.study.blackbox.Acquaintance.CourseServer;
import eventloop.lab.study.blackbox.Acquaintance.OldAcquaintance;
import eventloop.lab.study.blackbox.Acquaintance.Stranger;
import eventloop.lab.study.check.CheckSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever listens at the port is called by its name, before anything is demanded of it.
class AcquaintanceTest {
    @TempDir private static Path course;

    private static CheckSite site;

    @BeforeAll
    static void makeSite() throws Exception {
        site = CheckSite.in(course.resolve("lab/site"));
    }

    @Test
    void theCoursesSiteIsKnownByItsTitleAlsoWhereBytesAreWrong() throws Exception {
        try (var server = new FaultyServer(site.root(), Fault.WRONG_BYTE)) {
            assertThat(Acquaintance.with(server.address(), site)).isInstanceOf(CourseServer.class);
        }
    }

    @Test
    void nobodyIsThere() throws Exception {
        try (var nobody = new Nobody()) {
            assertThat(what(nobody.address())).isEqualTo("nobody listens at " + nobody.address());
        }
    }

    @Test
    void somebodyIsAtTheOtherLoopbackAddress() throws Exception {
        try (var other = new ServerSocket()) {
            assumeThatCode(() -> other.bind(new InetSocketAddress("::1", 0)))
                    .doesNotThrowAnyException();
            assertThat(what(address(other)))
                    .isEqualTo(
                            "nobody listens at http://127.0.0.1:%1$d/, but somebody does at [::1]:%1$d, which is another address"
                                    .formatted(other.getLocalPort()));
        }
    }

    @Test
    void theServerServesAnotherDirectory() throws Exception {
        try (var server = new FaultyServer(course, Fault.NONE)) {
            assertThat(what(server.address()))
                    .isEqualTo(
                            "this server serves another directory: the course's site is at its /lab/site/");
        }
        var elsewhere = Files.createDirectory(course.resolve("elsewhere"));
        try (var server = new FaultyServer(elsewhere, Fault.NONE)) {
            assertThat(what(server.address()))
                    .isEqualTo("this is not the course's site: GET /page.html brings 404");
        }
    }

    @Test
    void whoSpeaksTlsIsToldFromWhoSpeaksNoHttp() throws Exception {
        assertThat(whatSays(SSLServerSocketFactory.getDefault(), ""))
                .endsWith("speaks TLS (https)");
        assertThat(whatSays(ServerSocketFactory.getDefault(), "SSH-2.0-OpenSSH_9.2\r\n"))
                .endsWith("does not speak HTTP/1: this is no status line: SSH-2.0-OpenSSH_9.2");
        assertThat(whatSays(ServerSocketFactory.getDefault(), ""))
                .contains("closes them without an answer");
    }

    @Test
    void httpsElsewhereAndHttp10AreSaid() throws Exception {
        assertThat(
                        whatSays(
                                ServerSocketFactory.getDefault(),
                                "HTTP/1.1 301 Moved\r\nLocation: https://example.org/\r\nContent-Length: 0\r\n\r\n"))
                .endsWith("sends everybody to https://example.org/");
        var page = new String(site.bytes(site.page()), StandardCharsets.ISO_8859_1);
        assertThat(
                        acquaintanceOf(
                                ServerSocketFactory.getDefault(), "HTTP/1.0 200 OK\r\n\r\n" + page))
                .isInstanceOfSatisfying(
                        OldAcquaintance.class,
                        old ->
                                assertThat(old.what())
                                        .isEqualTo(
                                                "this server speaks HTTP/1.0 and closes after each answer"));
    }

    private static String what(URI server) {
        return ((Stranger) Acquaintance.with(server, site)).what();
    }

    private static String whatSays(ServerSocketFactory sockets, String words) throws IOException {
        return ((Stranger) acquaintanceOf(sockets, words)).what();
    }

    /// Of somebody who says the same to everybody, and closes.
    private static Acquaintance acquaintanceOf(ServerSocketFactory sockets, String words)
            throws IOException {
        try (var socket = listen(sockets)) {
            Thread.ofPlatform().daemon().start(() -> say(socket, words));
            return Acquaintance.with(address(socket), site);
        }
    }

    private static void say(ServerSocket socket, String words) {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                client.getInputStream().readNBytes(1);
                client.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException gone) {
                // The next one.
            }
        }
    }

    private static ServerSocket listen(ServerSocketFactory sockets) throws IOException {
        return sockets.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static URI address(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
}
