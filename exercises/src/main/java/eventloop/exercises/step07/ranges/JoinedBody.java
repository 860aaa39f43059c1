package eventloop.exercises.step07.ranges;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.util.List;

/// Pieces of bodies, one behind the other.
///
/// @param whole closed when this is
record JoinedBody(Body whole, List<Piece> pieces) implements Body {
    /// `length` bytes of a body, from `first` on.
    record Piece(Body body, long first, long length) {
        static Piece of(Body body, long first, long length) {
            return new Piece(body, first, length);
        }
    }

    @Override
    public long length() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        long before = before(from);
        var piece = at(from);
        long end = Math.min(to - before, piece.length());
        return piece.body().prepare(piece.first() + from - before, piece.first() + end, whenReady);
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        long before = before(from);
        var piece = at(from);
        long end = Math.min(to - before, piece.length());
        piece.body().send(out, piece.first() + from - before, piece.first() + end);
    }

    /// The bytes of all pieces before the one with this position.
    private long before(long position) {
        long before = 0;
        for (var piece : pieces) {
            if (position < before + piece.length()) {
                return before;
            }
            before += piece.length();
        }
        throw new IllegalArgumentException("there is no byte " + position);
    }

    private Piece at(long position) {
        long before = 0;
        for (var piece : pieces) {
            before += piece.length();
            if (position < before) {
                return piece;
            }
        }
        throw new IllegalArgumentException("there is no byte " + position);
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
