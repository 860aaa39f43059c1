package eventloop.threadpool;

import eventloop.blocking.BlockingServer;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Option;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import java.io.IOException;
import java.util.List;

/// Step 2: an acceptor, a bounded queue, and a pool of threads that does not grow.
public final class Main {
    private static final Option THREADS =
            new Option("--threads", "N", "200", "threads, each for one connection at a time");
    private static final Option QUEUE =
            new Option("--queue", "N", "1000", "connections that may wait for a thread");

    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS = List.of(THREADS, QUEUE);

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step02-threadpool", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line)
            throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        var pool =
                ThreadPool.start(
                        "connection",
                        line.number(THREADS, 1, 10_000),
                        line.number(QUEUE, 0, 1_000_000),
                        new FirstComeFirstServed<>());
        var threads = new PooledThreads(pool);
        return BlockingServer.start(settings, new GetAndHeadOnly(files), threads, root);
    }
    // end::main[]
}
