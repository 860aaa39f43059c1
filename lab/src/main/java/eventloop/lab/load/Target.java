package eventloop.lab.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A request ready to be sent, and the bytes that have to come back.
///
/// @param request outside the heap, shared by all clients and never released
record Target(ByteBuf request, ByteBuf body) {
    static Target of(Page page, String hostAndPort) throws IOException {
        var head =
                "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: course-lab\r\nAccept: */*\r\n\r\n"
                        .formatted(page.path(), hostAndPort);
        return new Target(
                direct(head.getBytes(StandardCharsets.US_ASCII)),
                direct(Files.readAllBytes(Path.of(page.file()))));
    }

    private static ByteBuf direct(byte[] bytes) {
        return Unpooled.unreleasableBuffer(
                Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly());
    }
}
