package eventloop.lab.measure.load;

import eventloop.lab.measure.site.Page;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A request ready to be sent, and the bytes that have to come back.
///
/// @param request outside the heap, as is the body; both are shared by all clients and never released
record Target(ByteBuf request, ByteBuf body) {
    /// As a client of the plan asks for the page.
    static Target of(Page page, LoadPlan plan) throws IOException {
        return switch (plan.clients().connections()) {
            case KEPT -> keepingAlive(page, plan);
            case ONE_A_REQUEST -> of(page, plan, "Connection: close\r\n");
        };
    }

    /// As one asks who stays.
    static Target keepingAlive(Page page, LoadPlan plan) throws IOException {
        return of(page, plan, "");
    }

    private static Target of(Page page, LoadPlan plan, String field) throws IOException {
        var head =
                "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUser-Agent: course-lab\r\nAccept: */*\r\n%s\r\n"
                        .formatted(page.path(), plan.host(), plan.port(), field)
                        .getBytes(StandardCharsets.US_ASCII);
        return new Target(shared(ByteBuffer.allocateDirect(head.length).put(head)), content(page));
    }

    private static ByteBuf content(Page page) throws IOException {
        try (var file = FileChannel.open(Path.of(page.file()))) {
            var content = ByteBuffer.allocateDirect(Math.toIntExact(file.size()));
            while (content.hasRemaining()) {
                if (file.read(content) < 0) {
                    throw new EOFException(page.file() + " has become shorter");
                }
            }
            return shared(content);
        }
    }

    private static ByteBuf shared(ByteBuffer full) {
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(full.flip()));
    }
}
