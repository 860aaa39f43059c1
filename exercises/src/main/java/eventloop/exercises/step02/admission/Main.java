package eventloop.exercises.step02.admission;

import eventloop.blocking.BlockingServer;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.threadpool.FirstComeFirstServed;
import eventloop.threadpool.PooledThreads;
import eventloop.threadpool.ThreadPool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Step 2's server with four threads, a queue of 1,000, and your policy before it.
public final class Main {
    private static final int THREADS = 4;
    private static final int QUEUE = 1000;

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 2.1", List.of(), Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        var pool =
                ThreadPool.<Runnable>start(
                        "connection", THREADS, QUEUE, new FirstComeFirstServed<>());
        var policy =
                new Admission(
                        new PooledThreads(pool),
                        THREADS,
                        Duration.ofMillis(100),
                        Duration.ofMillis(300));
        return BlockingServer.start(settings, new GetAndHeadOnly(files), policy, root);
    }
}
