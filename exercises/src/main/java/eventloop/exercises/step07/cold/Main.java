package eventloop.exercises.step07.cold;

import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.http.GetAndHeadOnly;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.selector.LoopServer;
import eventloop.selector.Timeouts;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import eventloop.workers.WorkerOptions;
import eventloop.workers.WorkerPool;
import java.io.IOException;

/// The loop and its helpers, with files that are transferred as far as they are in memory.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 7.3", WorkerOptions.ALL, Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerOptions.startPool(line, loop);
        var files = new FileHandler(root, new Warm(workers, loop.timeouts()));
        return LoopServer.start(settings, loop, new GetAndHeadOnly(files), workers, root);
    }

    private record Warm(WorkerPool workers, Timeouts timeouts) implements FileResponder {
        @Override
        public Response respond(Request request, OpenFile file) throws IOException {
            var response = FileResponder.READ_WHILE_SENDING.respond(request, file);
            if (file.size() == 0) {
                return response;
            }
            var pages = new MappedPages(file, workers, timeouts);
            return response.withBody(new WarmBody(new TransferredBody(file), pages));
        }
    }
}
