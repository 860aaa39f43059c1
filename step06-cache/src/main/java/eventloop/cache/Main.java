package eventloop.cache;

import eventloop.eventqueue.EventLoop;
import eventloop.files.DocumentRoot;
import eventloop.http.GetAndHeadOnly;
import eventloop.selector.LoopServer;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Option;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import eventloop.workers.WorkerOptions;
import eventloop.workers.WorkerResponder;
import java.io.IOException;
import java.util.List;

/// Step 6: the event loop, its helpers, and a cache before them.
public final class Main {
    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS = CacheOptions.withHelpers();

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step06-cache", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line)
            throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop();
        var workers = WorkerOptions.pool(line, loop);
        var options = CacheOptions.of(line);
        var small = Responders.withValidators(Responders.wholeFile());
        var large = Responders.withValidators(new WorkerResponder(workers, loop.timeouts()));
        var loader = new FileLoader(root, options.fileLimit(), small, large);
        var files = new CachingHandler(options, loader, workers);
        var handler = new GetAndHeadOnly(new ConditionalHandler(files));
        return LoopServer.start(settings, loop, handler).owning(workers, root);
    }
    // end::main[]
}
