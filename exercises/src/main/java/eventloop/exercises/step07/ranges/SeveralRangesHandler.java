package eventloop.exercises.step07.ranges;

import eventloop.exercises.step07.ranges.RangeSet.Part;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.HeaderName;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import java.util.ArrayList;
import java.util.List;

/// Sends the parts that your class has read out of the header.
record SeveralRangesHandler(Handler next) implements Handler {
    private static final HeaderName RANGE = HeaderName.of("Range");
    private static final String BOUNDARY = "part-of-a-file";

    @Override
    public void handle(Request request, Reply reply) {
        if (!request.isHead() && request.headers().has(RANGE)) {
            var header = request.headers().value(RANGE);
            next.handle(request, reply.changing(response -> cut(header, response)));
        } else {
            next.handle(request, reply);
        }
    }

    private static Response cut(String header, Response response) {
        if (response.status() != Status.OK) {
            return response;
        }
        long total = response.body().length();
        return switch (RangeSet.parse(header, total)) {
            case RangeSet.Ignored _ -> response;
            case RangeSet.Unsatisfiable _ ->
                    ErrorPage.of(Status.RANGE_NOT_SATISFIABLE, "The file has no such part")
                            .with("Content-Range", "bytes */" + total);
            case RangeSet.Parts(var parts) when parts.size() == 1 ->
                    response.withStatus(Status.PARTIAL_CONTENT)
                            .with("Content-Range", contentRange(parts.getFirst(), total))
                            .withBody(together(response.body(), parts.getFirst()));
            case RangeSet.Parts(var parts) ->
                    Response.of(Status.PARTIAL_CONTENT)
                            .with("Content-Type", "multipart/byteranges; boundary=" + BOUNDARY)
                            .withBody(multipart(response.body(), parts));
        };
    }

    private static Body together(Body whole, Part part) {
        return new JoinedBody(
                whole, List.of(JoinedBody.Piece.of(whole, part.first(), part.length())));
    }

    private static Body multipart(Body whole, List<Part> parts) {
        var pieces = new ArrayList<JoinedBody.Piece>();
        for (var part : parts) {
            pieces.add(
                    text(
                            "\r\n--%s\r\nContent-Range: %s\r\n\r\n"
                                    .formatted(BOUNDARY, contentRange(part, whole.length()))));
            pieces.add(JoinedBody.Piece.of(whole, part.first(), part.length()));
        }
        pieces.add(text("\r\n--" + BOUNDARY + "--\r\n"));
        return new JoinedBody(whole, pieces);
    }

    private static JoinedBody.Piece text(String text) {
        var body = BytesBody.of(text);
        return JoinedBody.Piece.of(body, 0, body.length());
    }

    private static String contentRange(Part part, long total) {
        return "bytes " + part.first() + "-" + part.last() + "/" + total;
    }
}
