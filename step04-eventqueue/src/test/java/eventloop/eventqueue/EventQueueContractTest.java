package eventloop.eventqueue;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// One thread, fed from an event queue, for all connections.
class EventQueueContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings, String... options) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, options));
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }
}
