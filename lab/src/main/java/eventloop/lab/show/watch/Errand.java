package eventloop.lab.show.watch;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// What a client comes for.
enum Errand {
    /// What all do, all the time.
    PAGE("/"),
    /// A file whose disk is slow, if the server was started with [#OPTIONS].
    SLOW("/pictures/waiting.png"),
    /// 16 MiB.
    LARGE("/large/16MiB.bin");

    private static final Duration SLOWNESS = Duration.ofMillis(500);

    /// With these a step's server has a slow disk for one file.
    static final List<String> OPTIONS =
            List.of("--slow-disk", "waiting.png=" + SLOWNESS.toMillis());

    private final String path;

    Errand(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /// Goes there for it, and leaves.
    Answer run(URI server) throws IOException {
        try (var client = RawClient.to(server)) {
            return client.get(path);
        }
    }
}
