package eventloop.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer, immutable, with its head already spelt out in bytes: whoever keeps a response (the cache
/// of step 6) keeps the work of making it. What differs from one sending to the next, the date and the
/// fate of the connection, is added by the [ResponseWriter].
public final class Response {
    private final Status status;
    private final List<Field> fields;
    private final Body body;
    private final byte[] head;

    private Response(Status status, List<Field> fields, Body body) {
        this.status = status;
        this.fields = List.copyOf(fields);
        this.body = body;
        this.head = encodeHead();
    }

    /// A response without content, as a start for [#with] and [#withBody].
    public static Response of(Status status) {
        return new Response(status, List.of(), BytesBody.EMPTY);
    }

    /// This response and one header more.
    public Response with(String name, String value) {
        var more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Response(status, more, body);
    }

    /// This response with other content; `Content-Length` follows by itself.
    public Response withBody(Body body) {
        return new Response(status, fields, body);
    }

    /// This response with another status and all else the same.
    public Response withStatus(Status status) {
        return new Response(status, fields, body);
    }

    public Status status() {
        return status;
    }

    /// The value of a header given with [#with].
    public Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    public List<Field> fields() {
        return fields;
    }

    public Body body() {
        return body;
    }

    /// Puts the status line and all headers but those of the moment, which follow.
    void putHead(ByteBuffer target) {
        target.put(head);
    }

    private byte[] encodeHead() {
        var text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (var field : fields) {
            text.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        // A 304 speaks of content it does not carry, so a length of its own would lie (RFC 9110
        // §8.6).
        if (status != Status.NOT_MODIFIED) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
