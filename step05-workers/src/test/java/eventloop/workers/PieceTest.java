package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.FakeSocket;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A body sends itself into a piece, and the piece is sent to the client, out of either kind of memory.
class PieceTest {
    private static final Body BODY = BytesBody.of("0123456789");

    private final Outgoing out = new Outgoing(64);

    @Test
    void itBeginsWhereItIsToldAndEndsWithItsBuffer() throws Exception {
        var piece = Piece.read(BODY, 2, ByteBuffer.allocate(64).limit(5));
        assertThat(piece.holds(1)).isFalse();
        assertThat(piece.holds(2)).isTrue();
        assertThat(piece.holds(6)).isTrue();
        assertThat(piece.holds(7)).isFalse();
        assertThat(sent(piece, 2)).isEqualTo("23456");
    }

    @Test
    void itIsFilledInAsManyTurnsAsTheBodyTakes() throws Exception {
        var piece = Piece.read(threeBytesATurn(), 0, ByteBuffer.allocate(10));
        assertThat(sent(piece, 0)).isEqualTo("0123456789");
    }

    private static Body threeBytesATurn() {
        return new Body() {
            @Override
            public long length() {
                return BODY.length();
            }

            @Override
            public void send(Outgoing out, long from, long to) throws IOException {
                BODY.send(out, from, Math.min(from + 3, to));
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void aBodyThatSendsPastTheBufferIsAFaultAndNotAnEndlessLoop() {
        var pastTheBuffer =
                new Body() {
                    @Override
                    public long length() {
                        return 1;
                    }

                    @Override
                    public void send(Outgoing out, long from, long to) throws IOException {
                        out.noteSent(out.channel().write(ByteBuffer.allocate(1)), false);
                    }

                    @Override
                    public void close() {}
                };
        assertThatIllegalStateException()
                .isThrownBy(() -> Piece.read(pastTheBuffer, 0, ByteBuffer.allocate(1)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itGoesOnAtAnyByte(boolean outsideTheHeap) throws Exception {
        var buffer = outsideTheHeap ? ByteBuffer.allocateDirect(10) : ByteBuffer.allocate(10);
        var piece = Piece.read(BODY, 0, buffer);
        assertThat(sent(piece, 0)).isEqualTo("0123456789");
        assertThat(sent(piece, 7)).isEqualTo("789");
    }

    @Test
    void whatIsCopiedToTheHeapIsWhatIsLeft() throws Exception {
        var rest = Piece.read(BODY, 0, ByteBuffer.allocateDirect(10)).onHeapFrom(4);
        assertThat(rest.bytes().hasArray()).isTrue();
        assertThat(rest.bytes().capacity()).isEqualTo(6);
        assertThat(sent(rest, 5)).isEqualTo("56789");
        assertThat(rest.onHeapFrom(5)).isSameAs(rest);
    }

    private String sent(Piece piece, long from) throws IOException {
        var socket = new FakeSocket(64);
        piece.send(out.beginContent(socket), from, BODY.length());
        assertThat(out.contentSent()).isEqualTo(socket.text().length());
        return socket.text();
    }
}
