package eventloop.cache;

import eventloop.contract.HttpContract;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;

/// A cache before the helpers.
class CacheContractTest extends HttpContract {
    @Override
    protected Server start(Settings settings, String... options) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, options));
    }

    @Override
    protected Class<?> mainClass() {
        return Main.class;
    }

    @Override
    protected boolean sendsValidators() {
        return true;
    }

    @Override
    protected String impossibleOption() {
        return "--cache-policy=x";
    }
}
