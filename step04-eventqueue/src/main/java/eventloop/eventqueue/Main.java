package eventloop.eventqueue;

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
import java.io.IOException;
import java.util.List;

/// Step 4: the event loop, fed from an event queue.
public final class Main {
    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS = List.of();

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step04-eventqueue", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        return LoopServer.start(settings, loop, new GetAndHeadOnly(files), root);
    }
    // end::main[]
}
