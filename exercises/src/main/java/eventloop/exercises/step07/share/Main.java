package eventloop.exercises.step07.share;

import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.exercises.step07.share.SharingBody.Downloads;
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

/// Step 4's loop, with files that are transferred, in your shares.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launch.server("exercise 7.2", List.of(), Main::start, arguments);
    }

    static Server start(Settings settings, CommandLine line) throws IOException {
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var downloads = new Downloads();
        FileResponder sharing =
                (request, file) ->
                        FileResponder.READ_WHILE_SENDING
                                .respond(request, file)
                                .withBody(new SharingBody(file, downloads));
        var files = new FileHandler(root, sharing);
        return LoopServer.start(settings, loop, new GetAndHeadOnly(files), root);
    }
}
