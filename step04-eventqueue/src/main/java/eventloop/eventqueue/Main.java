package eventloop.eventqueue;

import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.selector.LoopServer;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.util.List;

/// Step 4: the event loop, fed from an event queue.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step04-eventqueue", List.of(), Main::start, arguments);
    }

    // tag::main[]
    static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        var loop = new EventLoop();
        return LoopServer.start(settings, loop, new GetAndHeadOnly(files)).owning(root);
    }
    // end::main[]
}
