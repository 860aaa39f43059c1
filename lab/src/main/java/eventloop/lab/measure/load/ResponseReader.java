package eventloop.lab.measure.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Reads one response after another from the pieces in which they arrive, and understands no more of them
/// than it must: the status, the length of the body, and whether the connection stays open. The generator
/// has one core for all clients; what it spends here, the server cannot be asked.
final class ResponseReader {
    private static final int LONGEST_HEAD = 16 << 10;
    private static final byte[] CONTENT_LENGTH = ascii("content-length:");
    private static final byte[] CONNECTION = ascii("connection:");
    private static final int UNKNOWN = -1;

    private byte[] head = new byte[512];
    private int headLength;
    private boolean inBody;

    private Target target;
    private boolean comparing;

    private int status;
    private int bodyLength;
    private int bodyRead;
    private boolean keepsAlive;
    private boolean asExpected;

    /// Begins with the next response.
    ///
    /// @param comparing whether to hold every byte of the body against what it should be
    void expect(Target target, boolean comparing) {
        this.target = target;
        this.comparing = comparing;
        headLength = 0;
        bodyRead = 0;
        inBody = false;
    }

    /// Takes what has arrived of this response, and leaves what is behind it.
    ///
    /// @return whether the response is whole now
    /// @throws MalformedResponseException if this is no response
    boolean read(ByteBuf in) throws MalformedResponseException {
        if (!inBody && !readHead(in)) {
            return false;
        }
        readBody(in);
        return bodyRead == bodyLength;
    }

    /// How much of the body has been read.
    int bodyRead() {
        return bodyRead;
    }

    /// Whether status and length are known.
    boolean hasHead() {
        return inBody;
    }

    /// Of the response whose head was read last. Of those in the 2xx, 200 alone can be right.
    int status() {
        return status;
    }

    boolean isRight() {
        return status == 200 && asExpected;
    }

    boolean keepsAlive() {
        return keepsAlive;
    }

    private boolean readHead(ByteBuf in) throws MalformedResponseException {
        while (in.isReadable()) {
            if (headLength == head.length) {
                lengthen();
            }
            int searchFrom = Math.max(0, headLength - 3);
            int taken = Math.min(in.readableBytes(), head.length - headLength);
            in.getBytes(in.readerIndex(), head, headLength, taken);
            int end = endOfHead(searchFrom, headLength + taken);
            if (end != UNKNOWN) {
                in.skipBytes(end - headLength);
                parseHead(end);
                return true;
            }
            in.skipBytes(taken);
            headLength += taken;
        }
        return false;
    }

    private void lengthen() throws MalformedResponseException {
        if (head.length >= LONGEST_HEAD) {
            throw new MalformedResponseException("a head without an end");
        }
        head = Arrays.copyOf(head, head.length * 2);
    }

    private int endOfHead(int from, int to) {
        for (int i = from; i + 3 < to; i++) {
            if (head[i] == '\r'
                    && head[i + 1] == '\n'
                    && head[i + 2] == '\r'
                    && head[i + 3] == '\n') {
                return i + 4;
            }
        }
        return UNKNOWN;
    }

    private void parseHead(int end) throws MalformedResponseException {
        if (end < 17 || head[0] != 'H' || head[5] != '1' || head[8] != ' ') {
            throw new MalformedResponseException("not an HTTP/1 response");
        }
        status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
        keepsAlive = true;
        bodyLength = UNKNOWN;
        for (int line = nextLine(0, end); line < end - 2; line = nextLine(line, end)) {
            if (startsWith(CONTENT_LENGTH, line)) {
                bodyLength = number(line + CONTENT_LENGTH.length);
            } else if (startsWith(CONNECTION, line)) {
                keepsAlive = !contains("close", line + CONNECTION.length);
            }
        }
        if (bodyLength == UNKNOWN) {
            throw new MalformedResponseException("no Content-Length");
        }
        inBody = true;
        asExpected = bodyLength == target.body().readableBytes();
    }

    private int nextLine(int from, int end) {
        int at = from;
        while (at < end && head[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /// @param name in small letters
    private boolean startsWith(byte[] name, int at) {
        for (int i = 0; i < name.length; i++) {
            if (lowerCase(head[at + i]) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(String word, int from) {
        int end = from;
        while (head[end] != '\r') {
            end++;
        }
        var value = new String(head, from, end - from, StandardCharsets.ISO_8859_1);
        return value.toLowerCase(Locale.ROOT).contains(word);
    }

    private int number(int from) throws MalformedResponseException {
        int at = from;
        while (isBlank(head[at])) {
            at++;
        }
        int end = at;
        while (head[end] != '\r') {
            end++;
        }
        while (end > at && isBlank(head[end - 1])) {
            end--;
        }
        int number = 0;
        for (; at < end; at++) {
            int digit = head[at] - '0';
            if (digit < 0 || digit > 9 || number > (Integer.MAX_VALUE - 9) / 10) {
                throw new MalformedResponseException("a Content-Length that is none");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /// May stand on both sides of a value (RFC 9112, 5).
    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t';
    }

    private void readBody(ByteBuf in) {
        int taken = Math.min(in.readableBytes(), bodyLength - bodyRead);
        if (comparing && asExpected) {
            asExpected = ByteBufUtil.equals(target.body(), bodyRead, in, in.readerIndex(), taken);
        }
        in.skipBytes(taken);
        bodyRead += taken;
    }

    private static int lowerCase(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
