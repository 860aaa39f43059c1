package eventloop.peers;

import static io.netty.handler.codec.http.HttpHeaderNames.ALLOW;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.DATE;
import static io.netty.handler.codec.http.HttpHeaderNames.LAST_MODIFIED;
import static io.netty.handler.codec.http.HttpHeaderValues.TEXT_PLAIN;
import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.INTERNAL_SERVER_ERROR;
import static io.netty.handler.codec.http.HttpResponseStatus.METHOD_NOT_ALLOWED;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;
import static io.netty.handler.codec.http.HttpResponseStatus.OK;
import static io.netty.handler.codec.http.HttpVersion.HTTP_1_1;

import eventloop.peers.SiteFiles.Found;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.DefaultFileRegion;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.CharsetUtil;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Date;

/// Netty has no handler for files; this is one in the manner of its documented file server: small files
/// from memory without a copy, large ones by sendfile. What a read brought is answered with one flush.
final class NettyFileHandler extends SimpleChannelInboundHandler<HttpObject> {
    /// A small file, ready to be sent any number of times.
    record Content(ByteBuf bytes, HttpHeaders headers) {}

    private final SiteFiles<Content> files;
    private final NettyClock clock;

    NettyFileHandler(SiteFiles<Content> files, NettyClock clock) {
        this.files = files;
        this.clock = clock;
    }

    static SiteFiles<Content> filesOf(Path root) {
        return new SiteFiles<>(
                root, (file, bytes) -> new Content(outsideTheHeap(bytes), headers(file)));
    }

    private static ByteBuf outsideTheHeap(byte[] bytes) {
        var buffer = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
        return Unpooled.unreleasableBuffer(buffer).asReadOnly();
    }

    private static HttpHeaders headers(SiteFile file) {
        return new DefaultHttpHeaders()
                .set(CONTENT_TYPE, file.mediaType())
                .set(CONTENT_LENGTH, file.length())
                .set(LAST_MODIFIED, DateFormatter.format(Date.from(file.lastModified())));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (!(part instanceof HttpRequest request)) {
            // The body of a request, of which nothing is expected.
            return;
        }
        if (request.decoderResult().isFailure()) {
            writeError(context, BAD_REQUEST);
        } else if (request.method().equals(HttpMethod.GET)
                || request.method().equals(HttpMethod.HEAD)) {
            answerWithFile(context, request);
        } else {
            writeError(context, METHOD_NOT_ALLOWED);
        }
    }

    private void answerWithFile(ChannelHandlerContext context, HttpRequest request) {
        try {
            writeFile(context, request);
        } catch (IllegalArgumentException malformed) {
            writeError(context, BAD_REQUEST);
        } catch (IOException unreadable) {
            writeError(context, INTERNAL_SERVER_ERROR);
        }
    }

    private void writeFile(ChannelHandlerContext context, HttpRequest request) throws IOException {
        boolean head = request.method().equals(HttpMethod.HEAD);
        switch (files.find(new QueryStringDecoder(request.uri()).path())) {
            case Found.Small<Content>(_, var content) -> writeSmall(context, content, head);
            case Found.Large<Content>(var file) -> writeLarge(context, file, head);
            case Found.Nothing<Content> _ -> writeError(context, NOT_FOUND);
        }
    }

    private void writeSmall(ChannelHandlerContext context, Content content, boolean head) {
        var body = head ? Unpooled.EMPTY_BUFFER : content.bytes().duplicate();
        var response = new DefaultFullHttpResponse(HTTP_1_1, OK, body);
        response.headers().set(content.headers());
        write(context, response);
    }

    private void writeLarge(ChannelHandlerContext context, SiteFile file, boolean head)
            throws IOException {
        var response = new DefaultHttpResponse(HTTP_1_1, OK, headers(file));
        if (head) {
            write(context, response);
        } else {
            // Whoever sends the region closes it.
            var region = new DefaultFileRegion(FileChannel.open(file.path()), 0, file.length());
            write(context, response);
            context.write(region);
        }
        context.write(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void writeError(ChannelHandlerContext context, HttpResponseStatus status) {
        var body = Unpooled.copiedBuffer(status + "\n", CharsetUtil.US_ASCII);
        var response = new DefaultFullHttpResponse(HTTP_1_1, status, body);
        response.headers().set(CONTENT_TYPE, TEXT_PLAIN).set(CONTENT_LENGTH, body.readableBytes());
        if (status.equals(METHOD_NOT_ALLOWED)) {
            response.headers().set(ALLOW, "GET, HEAD");
        }
        write(context, response);
    }

    private void write(ChannelHandlerContext context, HttpResponse response) {
        response.headers().set(DATE, clock.date());
        context.write(response);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            // The client has gone.
            context.close();
        } else {
            writeError(context, INTERNAL_SERVER_ERROR);
            context.flush();
            context.close();
        }
    }
}
