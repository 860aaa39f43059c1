package eventloop.blocking;

import eventloop.blocking.ThreadPerConnection.Kind;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Option;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import java.io.IOException;
import java.util.List;

/// Step 1: an acceptor, and a thread for each connection.
public final class Main {
    private static final Option THREADS =
            new Option("--threads", "KIND", "platform", "platform or virtual");

    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS = List.of(THREADS);

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step01-blocking", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line)
            throws IOException, UsageException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        var threads = ThreadPerConnection.of(line.choice(THREADS, Kind.class));
        return BlockingServer.start(settings, new GetAndHeadOnly(files), threads, root);
    }
    // end::main[]
}
