package eventloop.peers;

import eventloop.peers.SiteFiles.Found;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.smartboot.http.server.HttpBootstrap;
import org.smartboot.http.server.HttpRequest;
import org.smartboot.http.server.HttpResponse;
import org.smartboot.http.server.HttpServerHandler;

/// smart-http: a handler of ours, with small files in memory; its own handler of files reads them anew. It wants
/// two threads at least.
final class SmartHttpPeer extends HttpServerHandler {
    private static final int LEAST_THREADS = 2;

    private record Content(byte[] bytes, String lastModified) {}

    private final SiteFiles<Content> files;

    private SmartHttpPeer(Path root) {
        files =
                new SiteFiles<>(
                        root,
                        (file, bytes) -> new Content(bytes, HttpDate.of(file.lastModified())));
    }

    static int start(InetSocketAddress address, Path root) throws IOException {
        int port = address.getPort() == 0 ? freePort(address) : address.getPort();
        var server = new HttpBootstrap();
        server.configuration()
                .host(address.getHostString())
                .threadNum(LEAST_THREADS)
                .bannerEnabled(false)
                .setHttpIdleTimeout((int) Peer.IDLE_TIMEOUT.toMillis());
        server.httpHandler(new SmartHttpPeer(root)).setPort(port).start();
        return port;
    }

    /// It does not tell which port it got. Should another process take it meanwhile, it fails and says so.
    private static int freePort(InetSocketAddress address) throws IOException {
        try (var socket = new ServerSocket(0, 1, address.getAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void handle(HttpRequest request, HttpResponse response) throws IOException {
        try {
            switch (request.getMethod()) {
                case "GET" -> answer(request, response, false);
                case "HEAD" -> answer(request, response, true);
                default -> {
                    response.setHeader("Allow", "GET, HEAD");
                    end(response, 405, "Method Not Allowed");
                }
            }
        } catch (IllegalArgumentException malformed) {
            end(response, 400, "Bad Request");
        }
    }

    private void answer(HttpRequest request, HttpResponse response, boolean isHead)
            throws IOException {
        switch (files.find(RequestPath.of(request.getRequestURI()))) {
            case Found.Small<Content>(var file, var content) -> {
                describe(file, content.lastModified(), response);
                if (!isHead) {
                    response.write(content.bytes());
                }
            }
            case Found.Large<Content>(var file) -> {
                describe(file, HttpDate.of(file.lastModified()), response);
                if (!isHead) {
                    Files.copy(file.path(), response.getOutputStream());
                }
            }
            case Found.Nothing<Content> _ -> end(response, 404, "Not Found");
        }
    }

    private static void describe(SiteFile file, String lastModified, HttpResponse response) {
        response.setContentType(file.mediaType());
        response.setContentLength(Math.toIntExact(file.length()));
        response.setHeader("Last-Modified", lastModified);
    }

    private static void end(HttpResponse response, int status, String reason) throws IOException {
        var body = (status + "\n").getBytes(StandardCharsets.US_ASCII);
        response.setHttpStatus(status, reason);
        response.setContentLength(body.length);
        response.write(body);
    }
}
