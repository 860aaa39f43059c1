package eventloop.workers;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// One thread, and helpers for what may block.
class WorkersContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings, String... options) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, options));
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }

    @Override
    protected String impossibleOption() {
        return "--workers=0";
    }
}
