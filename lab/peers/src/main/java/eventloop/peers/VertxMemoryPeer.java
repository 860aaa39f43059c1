package eventloop.peers;

import eventloop.peers.SiteFiles.Found;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Vert.x without its static handler: a handler of ours that has small files in memory. Large ones go out by
/// sendfile.
final class VertxMemoryPeer {
    /// A small file and its header fields, ready to be sent any number of times.
    private record Content(
            Buffer bytes, CharSequence type, CharSequence length, CharSequence lastModified) {
        static Content of(SiteFile file, byte[] bytes) {
            return new Content(
                    Buffer.buffer(bytes),
                    HttpHeaders.createOptimized(file.mediaType()),
                    HttpHeaders.createOptimized(String.valueOf(bytes.length)),
                    HttpHeaders.createOptimized(HttpDate.of(file.lastModified())));
        }
    }

    private final SiteFiles<Content> files;

    private VertxMemoryPeer(Path root) {
        files = new SiteFiles<>(root, Content::of);
    }

    static int start(InetSocketAddress address, Path root) throws Exception {
        return VertxPeer.serve(VertxPeer.onOneLoop(), address, new VertxMemoryPeer(root)::handle);
    }

    private void handle(HttpServerRequest request) {
        var response = request.response();
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        if (!isHead && !request.method().equals(HttpMethod.GET)) {
            end(response.putHeader(HttpHeaders.ALLOW, "GET, HEAD"), 405);
            return;
        }
        try {
            switch (files.find(RequestPath.of(request.uri()))) {
                case Found.Small<Content>(_, var content) -> send(content, response, isHead);
                case Found.Large<Content>(var file) -> send(file, response, isHead);
                case Found.Nothing<Content> _ -> end(response, 404);
            }
        } catch (IllegalArgumentException malformed) {
            end(response, 400);
        } catch (IOException unreadable) {
            end(response, 500);
        }
    }

    private static void send(Content content, HttpServerResponse response, boolean isHead) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, content.type())
                .putHeader(HttpHeaders.CONTENT_LENGTH, content.length())
                .putHeader(HttpHeaders.LAST_MODIFIED, content.lastModified());
        if (isHead) {
            response.end();
        } else {
            response.end(content.bytes());
        }
    }

    private static void send(SiteFile file, HttpServerResponse response, boolean isHead) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(file.length()))
                .putHeader(HttpHeaders.LAST_MODIFIED, HttpDate.of(file.lastModified()));
        if (isHead) {
            response.end();
        } else {
            response.sendFile(file.path().toString());
        }
    }

    private static void end(HttpServerResponse response, int status) {
        response.setStatusCode(status).end(status + "\n");
    }
}
