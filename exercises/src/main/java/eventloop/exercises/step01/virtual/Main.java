package eventloop.exercises.step01.virtual;

import eventloop.blocking.BlockingServer;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.util.List;

/// Step 1's server on your threads.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 1.4", List.of(), Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        return BlockingServer.start(
                settings, new GetAndHeadOnly(files), new VirtualThreads(), root);
    }
}
