package eventloop.exercises.step07.ranges;

import eventloop.cache.CacheOptions;
import eventloop.cache.CachingHandler;
import eventloop.cache.ConditionalHandler;
import eventloop.cache.ValidatingResponder;
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
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import eventloop.workers.FetchingResponder;
import eventloop.workers.WorkerHandler;
import eventloop.workers.WorkerOptions;
import java.io.IOException;

/// Step 6, with a handler of ranges that reads several.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 7.1", CacheOptions.ALL, Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerOptions.startPool(line, loop);
        var options = CacheOptions.of(line);
        var reading = new ValidatingResponder(FileResponder.READ_WHILE_SENDING);
        var fetching = new FetchingResponder(reading, workers, loop.timeouts());
        var files = new FileHandler(root, fetching);
        var helped = new WorkerHandler(workers, files);
        var cached = new CachingHandler(options, CacheOptions.policy(line), loop, helped);
        var handler = new GetAndHeadOnly(new SeveralRangesHandler(new ConditionalHandler(cached)));
        return LoopServer.start(settings, loop, handler, workers, root);
    }
}
