package eventloop.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer, immutable. Its head is spelt out in bytes when it is first sent, and then kept: whoever keeps a
/// response keeps the work of making it. What differs from one sending to the next, the date and the fate of the
/// connection, is added by the [ResponseWriter].
public final class Response {
    private static final byte[] NOT_YET_SPELT_OUT = {};

    private final Status status;
    private final List<Field> fields;
    private final Body body;
    private volatile byte[] head = NOT_YET_SPELT_OUT;

    private Response(Status status, List<Field> fields, Body body) {
        this.status = status;
        this.fields = List.copyOf(fields);
        this.body = body;
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

    /// This response with another status and all else the same (step 7).
    public Response withStatus(Status status) {
        return new Response(status, fields, body);
    }

    public Status status() {
        return status;
    }

    /// The value of a header given with [#with] (step 6).
    public Optional<String> value(String name) {
        for (var field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    public Body body() {
        return body;
    }

    /// Spells out the head now, and not when it is first sent: for a response that is sent when no memory may be left.
    ///
    /// @return this response
    Response spellOut() {
        head = spellOutHead();
        return this;
    }

    /// Puts the status line and all headers but those of the moment, which follow.
    void putHead(ByteBuffer target) {
        if (head == NOT_YET_SPELT_OUT) {
            head = spellOutHead();
        }
        target.put(head);
    }

    private byte[] spellOutHead() {
        var text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (var field : fields) {
            text.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        // A 304 speaks of content that it does not carry: a length of its own would lie
        // (RFC 9110 §8.6).
        if (status != Status.NOT_MODIFIED) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return Bytes.of(text.toString());
    }
}
