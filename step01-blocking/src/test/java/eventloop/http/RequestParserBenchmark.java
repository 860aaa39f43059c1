package eventloop.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What one buffer full of requests costs to read, in time and (with `-prof gc`) in garbage.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RequestParserBenchmark {
    private static final String SHORT =
            "GET /index.html HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAccept: */*\r\n\r\n";
    private static final String BROWSER =
            """
            GET /index.html HTTP/1.1\r
            Host: 127.0.0.1:8080\r
            Connection: keep-alive\r
            Cache-Control: max-age=0\r
            sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"\r
            sec-ch-ua-mobile: ?0\r
            sec-ch-ua-platform: "Linux"\r
            Upgrade-Insecure-Requests: 1\r
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r
            Sec-Fetch-Site: none\r
            Sec-Fetch-Mode: navigate\r
            Sec-Fetch-User: ?1\r
            Sec-Fetch-Dest: document\r
            Accept-Encoding: gzip, deflate, br, zstd\r
            Accept-Language: ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7\r
            \r
            """;

    /// What has arrived with one read.
    public enum Input {
        SHORT_REQUEST(SHORT),
        BROWSER_REQUEST(BROWSER),
        PIPELINED_16(SHORT.repeat(16));

        private final byte[] bytes;

        Input(String text) {
            this.bytes = text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /// Where it lies.
    public enum Memory {
        DIRECT,
        HEAP
    }

    @Param public Input input;
    @Param public Memory memory;

    private final RequestParser parser = new RequestParser(Limits.DEFAULT);
    private ByteBuffer buffer;

    @Setup
    public void fillBuffer() {
        int size = input.bytes.length;
        buffer =
                switch (memory) {
                    case DIRECT -> ByteBuffer.allocateDirect(size);
                    case HEAP -> ByteBuffer.allocate(size);
                };
        buffer.put(input.bytes);
    }

    @Benchmark
    public void parse(Blackhole requests) {
        buffer.rewind();
        while (buffer.hasRemaining()) {
            requests.consume(parser.parse(buffer));
        }
    }
}
