package eventloop.exercises.step07.ranges;

import eventloop.exercises.step07.ranges.RangeSet.Part;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.HeaderName;
import eventloop.http.Method;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.zerocopy.RangeHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Sends the parts that your class has read out of the header.
record SeveralRangesHandler(Handler next) implements Handler {
    private static final HeaderName RANGE = HeaderName.keep("Range");

    /// What belongs to the parts as well as to the whole, if that has it (RFC 9110, 15.3.7).
    private static final List<String> OF_THE_FILE =
            List.of(
                    "Cache-Control",
                    "Content-Encoding",
                    "Content-Language",
                    "Content-Location",
                    "ETag",
                    "Expires",
                    "Last-Modified",
                    "Vary");

    @Override
    public void handle(Request request, Reply reply) {
        if (request.method() == Method.GET && request.headers().has(RANGE)) {
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
            case RangeSet.Parts(var parts) -> multipart(response, parts);
        };
    }

    private static Body together(Body whole, Part part) {
        return new JoinedBody(
                whole, List.of(new JoinedBody.Piece(whole, part.first(), part.length())));
    }

    private static Response multipart(Response whole, List<Part> parts) {
        // Anew each time: one that can be guessed can stand in a file.
        var boundary = UUID.randomUUID().toString();
        var answer = Response.of(Status.PARTIAL_CONTENT);
        for (var name : OF_THE_FILE) {
            var value = whole.value(name);
            answer = value.isPresent() ? answer.with(name, value.get()) : answer;
        }
        return answer.with("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .withBody(separated(boundary, whole, parts));
    }

    /// Each part behind a head of its own, which says what the file is (RFC 9110, 15.3.7.2).
    private static Body separated(String boundary, Response whole, List<Part> parts) {
        var body = whole.body();
        var type = whole.value("Content-Type").map(value -> "Content-Type: " + value + "\r\n");
        var pieces = new ArrayList<JoinedBody.Piece>();
        for (var part : parts) {
            var range = contentRange(part, body.length());
            pieces.add(
                    text(
                            "\r\n--%s\r\n%sContent-Range: %s\r\n\r\n"
                                    .formatted(boundary, type.orElse(""), range)));
            pieces.add(new JoinedBody.Piece(body, part.first(), part.length()));
        }
        pieces.add(text("\r\n--" + boundary + "--\r\n"));
        return new JoinedBody(body, pieces);
    }

    private static JoinedBody.Piece text(String text) {
        var body = BytesBody.of(text);
        return new JoinedBody.Piece(body, 0, body.length());
    }

    private static String contentRange(Part part, long total) {
        return "bytes " + part.first() + "-" + part.last() + "/" + total;
    }
}
