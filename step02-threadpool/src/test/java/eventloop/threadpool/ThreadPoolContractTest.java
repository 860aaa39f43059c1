package eventloop.threadpool;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// A bounded pool of threads for all connections.
class ThreadPoolContractTest extends HttpContract {
    /// A few more than there are clients in any test: hundreds of times, starting all that a server has by default
    /// would take longer than all that is tested.
    private static final String THREADS = "--threads=110";

    @Override
    protected Server start(Settings settings) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, THREADS));
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }
}
