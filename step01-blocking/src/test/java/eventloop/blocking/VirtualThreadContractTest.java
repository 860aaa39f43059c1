package eventloop.blocking;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// A virtual thread for each connection.
class VirtualThreadContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings, String... options) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, options));
    }

    @Override
    protected String[] roomFor(int clients) {
        return new String[] {"--threads=virtual"};
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }
}
