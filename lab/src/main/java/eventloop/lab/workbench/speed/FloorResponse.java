package eventloop.lab.workbench.speed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What the floor answers, with as many header fields as step 7 sends, so that as many bytes go over the wire.
record FloorResponse(byte[] head, byte[] body) {
    private static final String DATE = "Mon, 01 Jan 2018 00:00:00 GMT";

    /// @param habit one that closes the connection says so
    static FloorResponse with(byte[] body, Habit habit) {
        var head =
                """
                HTTP/1.1 200 OK
                Date: %s
                Content-Type: text/html; charset=utf-8
                Content-Length: %d
                Last-Modified: %s
                ETag: "0123456789abcdef-0123"
                Accept-Ranges: bytes
                %s
                """
                        .formatted(
                                DATE,
                                body.length,
                                DATE,
                                habit == Habit.CLOSING ? "Connection: close\n" : "")
                        .replace("\n", "\r\n");
        return new FloorResponse(head.getBytes(StandardCharsets.US_ASCII), body);
    }

    /// Where the date begins within the head.
    int placeOfDate() {
        return new String(head, StandardCharsets.US_ASCII).indexOf(DATE);
    }

    ByteBuffer writeTo(ByteBuffer buffer) {
        return buffer.put(head).put(body).flip();
    }

    int length() {
        return head.length + body.length;
    }
}
