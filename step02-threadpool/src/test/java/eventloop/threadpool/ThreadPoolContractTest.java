package eventloop.threadpool;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// A bounded pool of threads for all connections.
class ThreadPoolContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings, String... options) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, options));
    }

    /// A thread for each client, and some for those who have just gone: hundreds of times, starting all that a
    /// server has by default would take longer than all that is tested.
    @Override
    protected String[] roomFor(int clients) {
        return new String[] {"--threads=" + (clients + 10)};
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }

    @Override
    protected String impossibleOption() {
        return "--threads=0";
    }
}
