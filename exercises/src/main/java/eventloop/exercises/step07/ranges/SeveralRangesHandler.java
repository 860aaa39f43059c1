package eventloop.exercises.step07.ranges;

import eventloop.exercises.step07.ranges.RangeSet.Part;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.HeaderName;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.zerocopy.RangeHandler;
import java.util.ArrayList;
import java.util.List;

/// Sends the parts that your class has read out of the header.
record SeveralRangesHandler(Handler next) implements Handler {
    private static final HeaderName RANGE = HeaderName.keep("Range");
    private static final String BOUNDARY = "part-of-a-file";

    @Override
    public void handle(Request request, Reply reply) {
        if (!request.isHead() && request.headers().has(RANGE)) {
            next.handle(request, reply.changing(response -> cut(request, response)));
        } else {
            next.handle(request, reply);
        }
    }

    private static Response cut(Request request, Response response) {
        if (response.status() != Status.OK || !RangeHandler.isSameFile(request, response)) {
            return response;
        }
        long total = response.body().length();
        return switch (RangeSet.parse(request.headers().value(RANGE), total)) {
            case RangeSet.Ignored _ -> response;
            case RangeSet.Unsatisfiable _ -> RangeHandler.unsatisfiable(response);
            case RangeSet.Parts(var parts) when parts.size() == 1 ->
                    response.withStatus(Status.PARTIAL_CONTENT)
                            .with("Content-Range", contentRange(parts.getFirst(), total))
                            .withBody(together(response.body(), parts.getFirst()));
            case RangeSet.Parts(var parts) ->
                    partial(response)
                            .with("Content-Type", "multipart/byteranges; boundary=" + BOUNDARY)
                            .withBody(multipart(response.body(), parts));
        };
    }

    /// The version of the file belongs to its parts as well (RFC 9110, 15.3.7).
    private static Response partial(Response whole) {
        var parts = Response.of(Status.PARTIAL_CONTENT);
        return whole.value("ETag").map(tag -> parts.with("ETag", tag)).orElse(parts);
    }

    private static Body together(Body whole, Part part) {
        return new JoinedBody(
                whole, List.of(new JoinedBody.Piece(whole, part.first(), part.length())));
    }

    private static Body multipart(Body whole, List<Part> parts) {
        var pieces = new ArrayList<JoinedBody.Piece>();
        for (var part : parts) {
            pieces.add(
                    text(
                            "\r\n--%s\r\nContent-Range: %s\r\n\r\n"
                                    .formatted(BOUNDARY, contentRange(part, whole.length()))));
            pieces.add(new JoinedBody.Piece(whole, part.first(), part.length()));
        }
        pieces.add(text("\r\n--" + BOUNDARY + "--\r\n"));
        return new JoinedBody(whole, pieces);
    }

    private static JoinedBody.Piece text(String text) {
        var body = BytesBody.of(text);
        return new JoinedBody.Piece(body, 0, body.length());
    }

    private static String contentRange(Part part, long total) {
        return "bytes " + part.first() + "-" + part.last() + "/" + total;
    }
}
