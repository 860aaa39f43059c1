package eventloop.peers;

import eventloop.peers.SiteFiles.Found;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.microhttp.EventLoop;
import org.microhttp.Handler;
import org.microhttp.Header;
import org.microhttp.Options;
import org.microhttp.Request;
import org.microhttp.Response;

/// microhttp: a loop in a few hundred lines, like the course's own. It knows nothing of files, and a body is
/// an array: small files are kept as finished responses, large ones are read as a whole for every request.
final class MicrohttpPeer implements Handler {
    private static final byte[] EMPTY = {};

    private final SiteFiles<Response> files;

    private MicrohttpPeer(Path root) {
        files = new SiteFiles<>(root, MicrohttpPeer::response);
    }

    static int start(InetSocketAddress address, Path root) throws IOException {
        var options =
                Options.builder()
                        .withHost(address.getHostString())
                        .withPort(address.getPort())
                        .withAcceptLength(Peer.BACKLOG)
                        .withRequestTimeout(Peer.IDLE_TIMEOUT)
                        // It copies each response through this buffer, and has no TCP_NODELAY: what
                        // does not go in one write waits for the client's late ACK.
                        .withReadBufferSize(128 * 1024)
                        .withConcurrency(1)
                        .build();
        var loop = new EventLoop(options, new MicrohttpPeer(root));
        loop.start();
        return loop.getPort();
    }

    @Override
    public void handle(Request request, Consumer<Response> callback) {
        callback.accept(
                switch (request.method()) {
                    case "GET" -> get(request);
                    case "HEAD" -> withoutBody(get(request));
                    default -> error(405, "Method Not Allowed", new Header("Allow", "GET, HEAD"));
                });
    }

    private Response get(Request request) {
        try {
            return switch (files.find(RequestPath.of(request.uri()))) {
                case Found.Small<Response>(_, var response) -> response;
                case Found.Large<Response>(var file) ->
                        response(file, Files.readAllBytes(file.path()));
                case Found.Nothing<Response> _ -> error(404, "Not Found");
            };
        } catch (IllegalArgumentException malformed) {
            return error(400, "Bad Request");
        } catch (IOException unreadable) {
            return error(500, "Internal Server Error");
        }
    }

    private static Response response(SiteFile file, byte[] bytes) {
        return new Response(
                200,
                "OK",
                List.of(
                        new Header("Content-Type", file.mediaType()),
                        new Header("Content-Length", String.valueOf(bytes.length)),
                        new Header("Last-Modified", HttpDate.of(file.lastModified()))),
                bytes);
    }

    private static Response withoutBody(Response response) {
        return new Response(response.status(), response.reason(), response.headers(), EMPTY);
    }

    private static Response error(int status, String reason, Header... headers) {
        var body = (status + " " + reason + "\n").getBytes(StandardCharsets.US_ASCII);
        return new Response(status, reason, List.of(headers), body);
    }
}
