package eventloop.selector;

import eventloop.blocking.BlockingServer;
import eventloop.blocking.ThreadPerConnection;
import eventloop.contract.TestSettings;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.server.Server;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One request after the other over a real socket, with or without idle clients beside it: what a selector
/// costs or saves where nothing needs it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoopRoundTripBenchmark {
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// Who serves.
    public enum Kind {
        THREADS,
        SELECTOR
    }

    @Param private Kind kind;

    @Param({"0", "1000"})
    private int idleClients;

    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST.length).put(REQUEST);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(1024);
    private final List<SocketChannel> idle = new ArrayList<>();
    private Server server;
    private SocketChannel client;

    @Setup
    public void connect() throws IOException {
        var settings = TestSettings.serving(Path.of("."));
        var response = Response.of(Status.OK).withBody(BytesBody.of("ok"));
        Handler handler = (_, reply) -> reply.send(response);
        server =
                switch (kind) {
                    case THREADS ->
                            BlockingServer.start(
                                    settings,
                                    handler,
                                    ThreadPerConnection.of(ThreadPerConnection.Kind.PLATFORM));
                    case SELECTOR -> LoopServer.start(settings, new SelectorLoop(), handler);
                };
        for (int i = 0; i < idleClients; i++) {
            idle.add(SocketChannel.open(server.address()));
        }
        client = SocketChannel.open(server.address());
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    @TearDown
    public void disconnect() throws IOException {
        client.close();
        for (var other : idle) {
            other.close();
        }
        server.close();
    }

    @Benchmark
    public int request() throws IOException {
        client.write(request.rewind());
        return client.read(answer.clear());
    }
}
