package eventloop.exercises.step05.health;

import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.http.Handler;
import eventloop.selector.LoopServer;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import eventloop.workers.FetchingResponder;
import eventloop.workers.WorkerOptions;
import java.io.IOException;

/// Step 5, with your chain.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 5.3", WorkerOptions.ALL, Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerOptions.startPool(line, loop);
        var reading = FileResponder.READ_WHILE_SENDING;
        var fetching = new FetchingResponder(reading, workers, loop.timeouts());
        Handler files = new FileHandler(root, fetching);
        var chain = HealthyChain.of(workers, files);
        return LoopServer.start(settings, loop, new GetAndHeadOnly(chain), workers, root);
    }
}
