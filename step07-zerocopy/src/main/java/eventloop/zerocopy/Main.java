package eventloop.zerocopy;

import eventloop.cache.CacheOptions;
import eventloop.cache.CachingHandler;
import eventloop.cache.ConditionalHandler;
import eventloop.cache.ValidatingResponder;
import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.http.GetAndHeadOnly;
import eventloop.selector.LoopServer;
import eventloop.server.CommandLine;
import eventloop.server.Launch;
import eventloop.server.Option;
import eventloop.server.Server;
import eventloop.server.Settings;
import eventloop.server.UsageException;
import eventloop.workers.FetchingResponder;
import eventloop.workers.WorkerHandler;
import eventloop.workers.WorkerOptions;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.stream.Stream;

/// Step 7: the event loop, its helpers, the cache for small files, and the operating system for large
/// ones.
public final class Main {
    private static final Option REUSE_PORT =
            Option.flag("--reuse-port", "shares the port with other processes");

    /// What this step can be told beside what all steps can be told.
    public static final List<Option> OPTIONS =
            Stream.concat(CacheOptions.ALL.stream(), Stream.of(SendingWay.OPTION, REUSE_PORT))
                    .toList();

    private Main() {}

    public static void main(String... arguments) {
        Launch.server("step07-zerocopy", OPTIONS, Main::start, arguments);
    }

    // tag::main[]
    public static Server start(Settings settings, CommandLine line)
            throws IOException, UsageException {
        var options = CacheOptions.of(line);
        var policy = CacheOptions.policy(line);
        var way = line.choice(SendingWay.OPTION, SendingWay.class);
        var root = DocumentRoot.at(settings.root(), settings.disk());
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerOptions.startPool(line, loop);
        var reading =
                new RangesResponder(new ValidatingResponder(FileResponder.READ_WHILE_SENDING));
        var fetching = new FetchingResponder(reading, workers, loop.timeouts());
        var sending = new TransferringResponder(fetching, options.fileLimit(), way);
        var files = new FileHandler(root, sending);
        var helped = new WorkerHandler(workers, files);
        var cached = new CachingHandler(options, policy, loop, helped);
        var handler = new GetAndHeadOnly(new RangeHandler(new ConditionalHandler(cached)));
        return LoopServer.start(listening(settings, line), settings, loop, handler, workers, root);
    }

    // end::main[]

    private static ServerSocketChannel listening(Settings settings, CommandLine line)
            throws IOException, UsageException {
        var listening = settings.openListening();
        if (line.has(REUSE_PORT)) {
            if (!listening.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                throw new UsageException(
                        REUSE_PORT.name()
                                + ": this operating system has no SO_REUSEPORT; start one server, without it");
            }
            listening.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
        return listening;
    }
}
