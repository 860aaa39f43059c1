package eventloop.contract;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests whose end two readers could see in two places. A proxy in front and a server behind that
/// disagree let a client smuggle a request past the proxy, so none of these may be answered by guessing:
/// each is refused, and the bytes behind it are never taken for a request (RFC 9112 §11.2).
abstract class FramingTopic extends Topic {
    private static final String SMUGGLED =
            "GET /hello.txt HTTP/1.1\r\nHost: localhost\r\nX-Smuggled: yes\r\n\r\n";

    FramingTopic(HttpContract step) {
        super(step);
    }

    @ParameterizedTest
    @MethodSource("ambiguousHeads")
    void anAmbiguousHeadIsRefused(int status, String headers) throws Exception {
        expectRefusal(
                status,
                "POST /hello.txt HTTP/1.1\r\nHost: localhost\r\n"
                        + headers
                        + "\r\n\r\n"
                        + "0\r\n\r\n"
                        + SMUGGLED);
    }

    static Stream<Arguments> ambiguousHeads() {
        return Stream.of(
                argumentSet(
                        "both ways to tell a length",
                        400,
                        "Content-Length: 5\r\nTransfer-Encoding: chunked"),
                argumentSet(
                        "both, the other way round",
                        400,
                        "Transfer-Encoding: chunked\r\nContent-Length: 5"),
                argumentSet("two lengths", 400, "Content-Length: 5\r\nContent-Length: 6"),
                argumentSet("the same length twice", 400, "Content-Length: 5\r\nContent-Length: 5"),
                argumentSet("a list of lengths", 400, "Content-Length: 5, 5"),
                argumentSet("a length with a sign", 400, "Content-Length: +5"),
                argumentSet("a negative length", 400, "Content-Length: -1"),
                argumentSet("a hexadecimal length", 400, "Content-Length: 0x5"),
                argumentSet("a length in two words", 400, "Content-Length: 5 5"),
                argumentSet("a length with a fraction", 400, "Content-Length: 5.0"),
                argumentSet("a length in other digits", 400, "Content-Length: \u00b2"),
                argumentSet("a length beyond a long", 413, "Content-Length: 99999999999999999999"),
                argumentSet("2^64 and 5", 413, "Content-Length: 18446744073709551621"),
                argumentSet("an empty length", 400, "Content-Length:"),
                argumentSet(
                        "an empty length and another", 400, "Content-Length:\r\nContent-Length: 5"),
                argumentSet(
                        "a length and an empty coding",
                        400,
                        "Content-Length: 5\r\nTransfer-Encoding:"),
                argumentSet("chunked twice", 400, "Transfer-Encoding: chunked, chunked"),
                argumentSet(
                        "chunked twice, two lines",
                        400,
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
                argumentSet(
                        "chunked twice, another between",
                        400,
                        "Transfer-Encoding: chunked, gzip, chunked"),
                argumentSet("nothing behind chunked", 400, "Transfer-Encoding: chunked,"),
                argumentSet("chunked is not last", 400, "Transfer-Encoding: chunked, gzip"),
                argumentSet("no chunked at all", 400, "Transfer-Encoding: gzip"),
                argumentSet("identity", 400, "Transfer-Encoding: identity"),
                argumentSet("chunked with a parameter", 400, "Transfer-Encoding: chunked;x=y"),
                argumentSet("a word that ends in chunked", 400, "Transfer-Encoding: xchunked"),
                argumentSet("chunked in quotes", 400, "Transfer-Encoding: \"chunked\""),
                argumentSet("unknown coding", 501, "Transfer-Encoding: gzip, chunked"),
                argumentSet(
                        "unknown coding, two lines",
                        501,
                        "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked"),
                argumentSet("vertical tab", 400, "Transfer-Encoding: \u000bchunked"),
                argumentSet("space before the colon", 400, "Transfer-Encoding : chunked"),
                argumentSet("tab before the colon", 400, "Content-Length\t: 5"),
                argumentSet("a folded line", 400, "Transfer-Encoding:\r\n chunked"),
                argumentSet("a folded line, by tab", 400, "X: a\r\n\tb"),
                argumentSet("a line that begins with a space", 400, " Content-Length: 5"),
                argumentSet("a bare LF", 400, "X: a\nContent-Length: 5"),
                argumentSet("a bare CR", 400, "X: a\rContent-Length: 5"),
                argumentSet("CR CR LF", 400, "X: a\r\r\nContent-Length: 5"),
                argumentSet("NUL in a value", 400, "X: a\u0000b"),
                argumentSet("NUL in a name", 400, "X\u0000: a"),
                argumentSet("a line without a colon", 400, "Content-Length"),
                argumentSet("a header without a name", 400, ": 5"),
                argumentSet("a name in two words", 400, "Content Length: 5"),
                argumentSet("a name in brackets", 400, "(X): a"));
    }

    @ParameterizedTest
    @MethodSource("badChunks")
    void aBadChunkIsRefused(String chunks) throws Exception {
        expectRefusal(
                400,
                "POST /hello.txt HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunks
                        + SMUGGLED);
    }

    static Stream<Arguments> badChunks() {
        return Stream.of(
                argumentSet("no size", "\r\nhello\r\n0\r\n\r\n"),
                argumentSet("not a number", "g\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a sign", "+5\r\nhello\r\n0\r\n\r\n"),
                argumentSet("negative", "-5\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a prefix", "0x5\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a space before the size", " 5\r\nhello\r\n0\r\n\r\n"),
                argumentSet("two sizes", "5 5\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a size and a tab and a word", "5\tx\r\nhello\r\n0\r\n\r\n"),
                argumentSet("NUL in an extension", "5;a=\u0000\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a trailer without a colon", "0\r\nX\r\n\r\n"),
                argumentSet("a folded trailer", "0\r\nX: y\r\n z\r\n\r\n"),
                argumentSet("NUL in a trailer", "0\r\nX: \u0000\r\n\r\n"),
                argumentSet("only an extension", ";a=b\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a bare LF behind the size", "5\nhello\r\n0\r\n\r\n"),
                argumentSet("a bare CR behind the size", "5\rhello\r\n0\r\n\r\n"),
                argumentSet("a bare LF in an extension", "5;a\nhello\r\n0\r\n\r\n"),
                argumentSet("more bytes than its size", "5\r\nhello!\r\n0\r\n\r\n"),
                argumentSet("fewer bytes than its size", "6\r\nhello\r\n0\r\n\r\n"),
                argumentSet("no line end behind the bytes", "5\r\nhello0\r\n\r\n"),
                argumentSet("a bare LF behind the bytes", "5\r\nhello\n0\r\n\r\n"),
                argumentSet("a bare LF at the end", "0\r\n\n"),
                argumentSet("a bare LF in a trailer", "0\r\nX: y\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("badHttp10")
    void http10HasNoTransferCodings(String headers) throws Exception {
        expectRefusal(
                400, "POST /hello.txt HTTP/1.0\r\n" + headers + "\r\n\r\n0\r\n\r\n" + SMUGGLED);
    }

    static Stream<String> badHttp10() {
        return Stream.of(
                "Transfer-Encoding: chunked",
                "Connection: keep-alive\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nTransfer-Encoding: chunked");
    }
}
