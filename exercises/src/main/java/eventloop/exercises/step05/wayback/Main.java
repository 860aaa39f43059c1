package eventloop.exercises.step05.wayback;

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
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;

/// Step 4's loop with four helpers, and your way back. (A file that is sent in pieces is read by the loop here: that is a
/// story of its own.)
public final class Main {
    private static final int HELPERS = 4;

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 5.2", List.of(), Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        return start(settings, new FileHandler(root, FileResponder.READ_WHILE_SENDING));
    }

    static Server start(Settings settings, Handler files) throws IOException {
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var threads = Thread.ofPlatform().name("helper-", 1).daemon().factory();
        var pool = Executors.newFixedThreadPool(HELPERS, threads);
        var helped = new HelpedHandler(new Helpers(pool, loop), files);
        return LoopServer.start(settings, loop, new GetAndHeadOnly(helped), pool::close);
    }
}
