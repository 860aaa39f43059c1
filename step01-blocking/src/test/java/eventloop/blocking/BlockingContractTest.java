package eventloop.blocking;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// A thread of the operating system for each connection.
class BlockingContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings, String... options) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, options));
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }
}
