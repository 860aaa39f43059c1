package eventloop.cache;

import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.selector.LoopServer;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Option;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import eventloop.workers.FetchingResponder;
import eventloop.workers.WorkerHandler;
import eventloop.workers.WorkerOptions;
import java.io.IOException;
import java.util.List;

/// Step 6: the event loop, its helpers, and a cache before them.
public final class Main {
    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS = CacheOptions.ALL;

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step06-cache", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line)
            throws IOException, UsageException {
        var options = CacheOptions.of(line);
        var policy = CacheOptions.policy(line);
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerOptions.startPool(line, loop);
        var reading = new ValidatingResponder(FileResponder.READ_WHILE_SENDING);
        var fetching = new FetchingResponder(reading, workers, loop.timeouts());
        var files = new FileHandler(root, fetching);
        var helped = new WorkerHandler(workers, files);
        var cached = new CachingHandler(options, policy, loop, helped);
        var handler = new GetAndHeadOnly(new ConditionalHandler(cached));
        return LoopServer.start(settings, loop, handler, workers, root);
    }
    // end::main[]
}
