package eventloop.zerocopy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
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

/// Three ways from a file in the page cache to a socket, for files of several sizes: through a buffer of
/// ours, by `transferTo`, and from a mapping. On the loopback interface there is no network card to take the
/// pages over, so what the second saves here is less than on a real network.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TransferBenchmark {
    private static final int BUFFER = 128 * 1024;

    @Param({"1024", "16384", "65536", "1048576", "16777216"})
    private int size;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private Path path;
    private FileChannel file;
    private ByteBuffer mapping;
    private SocketChannel sender;
    private Thread reader;

    @Setup
    public void connect() throws IOException {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        path = Files.write(Files.createTempFile("transfer", ".bin"), content);
        file = FileChannel.open(path, StandardOpenOption.READ);
        mapping = file.map(FileChannel.MapMode.READ_ONLY, 0, size);
        try (var listening = ServerSocketChannel.open()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            sender = SocketChannel.open(listening.getLocalAddress());
            var receiver = listening.accept();
            reader = Thread.ofPlatform().daemon().start(() -> readAll(receiver));
        }
    }

    private static void readAll(SocketChannel receiver) {
        var sink = ByteBuffer.allocateDirect(1 << 20);
        try (receiver) {
            while (receiver.read(sink.clear()) >= 0) {
                continue;
            }
        } catch (IOException end) {
            // The benchmark is over.
        }
    }

    @TearDown
    public void disconnect() throws IOException, InterruptedException {
        sender.close();
        reader.join();
        file.close();
        Files.delete(path);
    }

    @Benchmark
    public long throughABuffer() throws IOException {
        for (long position = 0; position < size; ) {
            file.read(buffer.clear(), position);
            position += sender.write(buffer.flip());
        }
        return size;
    }

    @Benchmark
    public long transferTo() throws IOException {
        for (long position = 0; position < size; ) {
            long share = Math.min(LargeFileBody.SHARE, size - position);
            position += file.transferTo(position, share, sender);
        }
        return size;
    }

    @Benchmark
    public long fromAMapping() throws IOException {
        return sender.write(mapping.rewind());
    }
}
