package eventloop.blocking;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Option;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.util.List;

/// A virtual thread for each connection.
class VirtualThreadContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings) throws Exception {
        var threads = Option.of("--threads", "KIND", "virtual", "");
        return Main.start(settings, CommandLine.parse(List.of(threads)));
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }
}
