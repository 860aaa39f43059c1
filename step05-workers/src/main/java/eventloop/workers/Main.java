package eventloop.workers;

import eventloop.eventqueue.EventLoop;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.http.GetAndHeadOnly;
import eventloop.selector.LoopServer;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import java.io.IOException;

/// Step 5: the event loop, and helpers for what may block.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step05-workers", WorkerOptions.ALL, Main::start, arguments);
    }

    // tag::main[]
    static Server start(Settings settings, CommandLine line) throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop();
        var workers = WorkerOptions.pool(line, loop);
        var files = new FileHandler(root, new WorkerResponder(workers, loop.timeouts()));
        var handler = new WorkerHandler(workers, new GetAndHeadOnly(files));
        return LoopServer.start(settings, loop, handler).owning(workers, root);
    }
    // end::main[]
}
