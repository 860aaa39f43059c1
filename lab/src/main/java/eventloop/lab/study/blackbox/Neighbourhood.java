package eventloop.lab.study.blackbox;

import eventloop.lab.study.blackbox.Acquaintance.Stranger;
import eventloop.lab.study.check.CheckSite;
import eventloop.lab.study.wire.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// What stands at a port where no HTTP server does.
final class Neighbourhood {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Where servers that are being written mostly listen.
    private static final List<Integer> USUAL = List.of(8080, 8000, 8081, 8888, 3000, 5000, 9000);

    private static final String OTHER_LOOPBACK = "::1";

    private Neighbourhood() {}

    static Stranger nobodyAt(URI server, CheckSite site) {
        // node takes that one, where it is told to listen at localhost.
        if (isOpen(OTHER_LOOPBACK, server.getPort())) {
            return new Stranger(
                    "nobody listens at %s, but somebody does at [%s]:%d, which is another address"
                            .formatted(server, OTHER_LOOPBACK, server.getPort()),
                    "if that is your server, let it listen at " + server.getHost());
        }
        var others =
                USUAL.stream()
                        .filter(port -> port != server.getPort() && isOpen(server.getHost(), port))
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        var start =
                "start your server there, with the directory "
                        + site.root().toAbsolutePath().normalize();
        return new Stranger(
                "nobody listens at " + server,
                others.isEmpty()
                        ? start
                        : "somebody does at port %s: is it that one? If not, %s"
                                .formatted(others, start));
    }

    private static boolean isOpen(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /// @param seen what came instead of a status line
    static Stranger noHttpAt(URI server, String seen) {
        if (isEncrypted(server)) {
            return encrypted(server);
        }
        return new Stranger(
                "what listens at %s does not speak HTTP/1: %s".formatted(server, printable(seen)),
                "is it the right port? If it is your server, its answer has to begin with HTTP/1.1 200 OK");
    }

    private static String printable(String seen) {
        return seen.chars()
                .mapToObj(character ->
                        character < ' ' || character > '~' ? "." : String.valueOf((char) character))
                .limit(100)
                .collect(Collectors.joining());
    }

    static Stranger encrypted(URI server) {
        return new Stranger(
                "what listens at %s speaks TLS (https)".formatted(server),
                "the course's servers speak plain HTTP: give the port of that, or turn TLS off");
    }

    /// As nginx and others answer a plain request at an encrypted port.
    static boolean saysThatItIsEncrypted(Answer answer) {
        return answer.status() == 400
                && new String(answer.body(), StandardCharsets.ISO_8859_1).contains("HTTPS");
    }

    /// Whether it answers the greeting of TLS with one: with whatever certificate.
    static boolean isEncrypted(URI server) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(server.getHost(), server.getPort()),
                    (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            greet(socket, server);
            return true;
        } catch (SSLHandshakeException certificate) {
            return certificate.getCause() instanceof GeneralSecurityException
                    || String.valueOf(certificate.getMessage()).contains("alert");
        } catch (IOException noTls) {
            return false;
        }
    }

    private static void greet(Socket socket, URI server) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var encrypted =
                (SSLSocket)
                        factory.createSocket(socket, server.getHost(), server.getPort(), true)) {
            encrypted.startHandshake();
        }
    }
}
