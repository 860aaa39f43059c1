package eventloop.exercises.step03.curious;

import eventloop.exercises.step03.SmallServer;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Settings;
import java.io.IOException;
import java.util.List;

/// A selector server that is too curious: look at its processor time.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 3.2", List.of(), Main::start, arguments);
    }

    static SmallServer start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        return SmallServer.start(settings, new GetAndHeadOnly(files), new AlwaysCurious(), root);
    }
}
