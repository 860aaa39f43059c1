package eventloop.exercises.step03.fairness;

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

/// Step 3's server on your loop.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 3.3", List.of(), Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        return start(settings, new GetAndHeadOnly(files), root);
    }

    static Server start(Settings settings, Handler handler, DocumentRoot root) throws IOException {
        return LoopServer.start(settings, new FairLoop(), handler, root);
    }
}
