package eventloop.selector;

import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Option;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.util.List;

/// Step 3: one thread, one selector, all connections.
public final class Main {
    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS = List.of();

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step03-selector", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new SelectorLoop();
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        return LoopServer.start(settings, loop, new GetAndHeadOnly(files), root);
    }
    // end::main[]
}
