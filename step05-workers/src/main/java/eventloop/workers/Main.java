package eventloop.workers;

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
import java.io.IOException;
import java.util.List;

/// Step 5: the event loop, and helpers for what may block.
public final class Main {
    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS = WorkerOptions.ALL;

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step05-workers", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line)
            throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerOptions.startPool(line, loop);
        var reading = FileResponder.READ_WHILE_SENDING;
        var fetching = new FetchingResponder(reading, workers, loop.timeouts());
        var files = new FileHandler(root, fetching);
        var helped = new WorkerHandler(workers, files);
        return LoopServer.start(settings, loop, new GetAndHeadOnly(helped), workers, root);
    }
    // end::main[]
}
