package eventloop.threadpool;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// A bounded pool of threads for all connections.
class ThreadPoolContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS));
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }
}
