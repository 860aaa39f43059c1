package eventloop.zerocopy;

import eventloop.cache.CacheOptions;
import eventloop.cache.CachingHandler;
import eventloop.cache.ConditionalHandler;
import eventloop.cache.LeastRecentlyUsed;
import eventloop.cache.ValidatingResponder;
import eventloop.contract.Age;
import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.files.SlowDisk;
import eventloop.http.GetAndHeadOnly;
import eventloop.http.Handler;
import eventloop.http.Limits;
import eventloop.http.Outgoing;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.server.CommandLine;
import eventloop.workers.FetchingResponder;
import eventloop.workers.InPlaceChannel;
import eventloop.workers.WorkerHandler;
import eventloop.workers.WorkerPool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/// All that the server itself does for a cached file of 1 KiB: parse, look up, put the response together, one
/// by one and all at once. The socket is one that takes everything at no cost, so what is left is ours. Run with `-prof gc` it
/// tells the bytes allocated for one request.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CachedRequestBenchmark {
    private static final String SHORT = "GET /page.html HTTP/1.1\r\nHost: localhost:8080\r\n\r\n";
    private static final String BROWSER =
            """
            GET /page.html HTTP/1.1
            Host: localhost:8080
            Connection: keep-alive
            Cache-Control: max-age=0
            sec-ch-ua: "Chromium";v="140", "Not A Brand";v="24"
            sec-ch-ua-mobile: ?0
            sec-ch-ua-platform: "Linux"
            DNT: 1
            Upgrade-Insecure-Requests: 1
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Sec-Fetch-Site: none
            Sec-Fetch-Mode: navigate
            Sec-Fetch-Dest: document
            Accept-Encoding: gzip, deflate, br, zstd
            Accept-Language: en-GB,en;q=0.9,ko;q=0.8

            """
                    .replace("\n", "\r\n");

    /// Whose request it is.
    public enum Client {
        CURL(SHORT),
        BROWSER(CachedRequestBenchmark.BROWSER);

        private final byte[] bytes;

        Client(String request) {
            bytes = request.getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Param private Client client;

    private final RequestParser parser = new RequestParser(Limits.DEFAULT);
    private final Outgoing output = new Outgoing(128 * 1024);
    private final GatheringByteChannel socket = new InPlaceChannel();
    private ByteBuffer input;
    private Path root;
    private WorkerPool workers;
    private Handler handler;
    private Request request;
    private Response response;

    @Setup
    public void fillCache() throws Exception {
        root = Files.createTempDirectory("cached");
        var page = Files.write(root.resolve("page.html"), new byte[1024]);
        // Else it would come without all of its validators, and the cache would go on asking for
        // them.
        Files.setLastModifiedTime(page, FileTime.from(Instant.EPOCH));
        Age.await(page);
        input = ByteBuffer.allocateDirect(client.bytes.length).put(client.bytes).flip();
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var tasksOfTheLoop = new LinkedBlockingQueue<Runnable>();
        workers = WorkerPool.start(1, 10, tasksOfTheLoop::add);
        var reading =
                new RangesResponder(new ValidatingResponder(FileResponder.READ_WHILE_SENDING));
        var fetching = new FetchingResponder(reading, workers, loop.timeouts());
        var files = new FileHandler(DocumentRoot.at(root, SlowDisk.NONE), fetching);
        var options =
                CacheOptions.of(CommandLine.parse(CacheOptions.ALL, "--cache-freshness", "86400"));
        var helped = new WorkerHandler(workers, files);
        var cached = new CachingHandler(options, new LeastRecentlyUsed(), loop, helped);
        handler = new GetAndHeadOnly(new RangeHandler(new ConditionalHandler(cached)));
        request = (Request) parser.parse(input.duplicate());
        var loaded = new AtomicBoolean();
        handler.handle(request, _ -> loaded.set(true));
        while (!loaded.get()) {
            // All of it on this thread, which is the loop's.
            tasksOfTheLoop.take().run();
        }
        handler.handle(request, found -> response = found);
    }

    @TearDown
    public void cleanUp() throws IOException {
        workers.close();
        Files.delete(root.resolve("page.html"));
        Files.delete(root);
    }

    @Benchmark
    public void all() {
        var parsed = (Request) parser.parse(input.rewind());
        handler.handle(
                parsed,
                found -> {
                    write(found, parsed);
                    giveBack(found);
                });
    }

    @Benchmark
    public Object parse() {
        return parser.parse(input.rewind());
    }

    @Benchmark
    public void lookUp(Blackhole answers) {
        handler.handle(
                request,
                found -> {
                    answers.consume(found);
                    giveBack(found);
                });
    }

    private static void giveBack(Response response) {
        try {
            response.body().close();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Benchmark
    public void write() {
        write(response, request);
    }

    private void write(Response response, Request request) {
        var persistence = Persistence.after(request, true);
        var writer = new ResponseWriter(response, persistence, request.method());
        try {
            writer.writeTo(socket, output, () -> {});
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
