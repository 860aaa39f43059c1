package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A buffer that has been given back is the next that is taken, and no more are made than was said.
class PieceBuffersTest {
    private final PieceBuffers buffers = new PieceBuffers();

    @Test
    void theOneThatWasUsedLastIsUsedNext() {
        var one = buffers.take(9);
        var another = buffers.take(9);
        buffers.giveBack(one);
        buffers.giveBack(another);
        assertThat(buffers.take(9)).isSameAs(another);
        assertThat(buffers.take(9)).isSameAs(one);
    }

    @Test
    void oneThatComesBackHasRoomForAWholePiece() {
        var used = buffers.take(9).limit(9).position(4);
        buffers.giveBack(used);
        assertThat(buffers.take(Piece.SIZE).remaining()).isEqualTo(Piece.SIZE);
    }

    @Test
    void whereAllAreOnTheirWayTheHeapHasToDo() {
        assertThat(Stream.generate(() -> buffers.take(9)).limit(PieceBuffers.MOST))
                .allMatch(ByteBuffer::isDirect);
        var further = buffers.take(9);
        assertThat(further.isDirect()).isFalse();
        assertThat(further.remaining()).isEqualTo(9);

        buffers.giveBack(further);
        assertThat(buffers.take(9)).isNotSameAs(further);
    }
}
