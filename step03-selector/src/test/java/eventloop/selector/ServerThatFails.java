package eventloop.selector;

import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.server.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A program whose loop fails once `/failure` has been asked for: its selector is closed under it. Everything
/// else gets a greeting.
public final class ServerThatFails {
    private ServerThatFails() {}

    /// Makes a loop.
    @FunctionalInterface
    public interface Maker {
        Loop make() throws IOException;
    }

    public static void run(Maker maker, String... arguments) {
        Launch.server(
                "server-that-fails",
                List.of(),
                (settings, _) -> {
                    var loop = maker.make();
                    return LoopServer.start(settings, loop, failing(loop));
                },
                arguments);
    }

    /// Closes the selector under its loop where `/failure` is asked for.
    static Handler failing(Loop loop) {
        return (request, reply) -> {
            if (request.path().path().equals("/failure")) {
                close(loop);
            } else {
                reply.send(Response.of(Status.OK).withBody(BytesBody.of("hello")));
            }
        };
    }

    private static void close(Loop loop) {
        try {
            loop.selector().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
