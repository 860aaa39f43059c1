package eventloop.exercises.step05.wayback;

import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.faults.Closing;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.files.MediaTypes;
import eventloop.files.OpenFile;
import eventloop.http.BytesBody;
import eventloop.http.GetAndHeadOnly;
import eventloop.http.Handler;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.selector.LoopServer;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executors;

/// Step 4's loop with four helpers, and your way back. (A file above 1 MiB is sent in pieces and read by the loop here: that
/// is a story of its own.)
public final class Main {
    private static final int HELPERS = 4;
    private static final int READ_AT_ONCE = 1024 * 1024;

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 5.2", List.of(), Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        return start(settings, new FileHandler(root, Main::respond), root);
    }

    /// Reads a file while its answer is being found, which a helper does, and not while it is sent, which the loop does.
    private static Response respond(Request request, OpenFile file) throws IOException {
        if (file.size() > READ_AT_ONCE) {
            return FileResponder.READ_WHILE_SENDING.respond(request, file);
        }
        try (file) {
            var content = ByteBuffer.allocate((int) file.size());
            while (content.hasRemaining()) {
                file.read(content, content.position(), content.remaining());
            }
            return MediaTypes.describe(file).withBody(new BytesBody(content.array()));
        }
    }

    /// @param owned closed with the server
    static Server start(Settings settings, Handler files, Closeable... owned) throws IOException {
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var threads = Thread.ofPlatform().name("helper-", 1).daemon().factory();
        var pool = Executors.newFixedThreadPool(HELPERS, threads);
        var helped = new HelpedHandler(new Helpers(pool, loop), files);
        return LoopServer.start(
                settings,
                loop,
                new GetAndHeadOnly(helped),
                () -> {
                    pool.close();
                    Closing.allOrLog(List.of(owned));
                });
    }
}
