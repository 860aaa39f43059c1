package eventloop.exercises.step03.ownserver;

import java.io.IOException;
import java.util.List;

/// Starts your server on the port that is asked for, by the command that you have given.
public final class Main {
    private static final String USUAL_PORT = "8080";

    private Main() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var options = List.of(arguments);
        var port = after("--port", options, USUAL_PORT);
        var site = after("--root", options, ".");
        System.out.printf("your server, on http://127.0.0.1:%s/; Ctrl-C ends it%n", port);
        var process = new ProcessBuilder(OwnServer.command(port, site)).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        System.exit(process.waitFor());
    }

    private static String after(String name, List<String> options, String otherwise) {
        int place = options.lastIndexOf(name);
        return place >= 0 && place + 1 < options.size() ? options.get(place + 1) : otherwise;
    }
}
