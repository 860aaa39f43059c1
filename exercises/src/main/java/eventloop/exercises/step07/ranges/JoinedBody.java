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
    record Piece(Body body, long first, long length) {}

    @Override
    public long length() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        var place = at(from);
        return place.piece().body().prepare(place.inBody(from), place.endInBody(to), whenReady);
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        var place = at(from);
        place.piece().body().send(out, place.inBody(from), place.endInBody(to));
    }

    /// A piece, and where it stands: behind so many bytes.
    private record Place(Piece piece, long before) {
        boolean holds(long position) {
            return position < before + piece.length();
        }

        long inBody(long position) {
            return piece.first() + position - before;
        }

        /// No further than the piece goes.
        long endInBody(long end) {
            return piece.first() + Math.min(end - before, piece.length());
        }
    }

    private Place at(long position) {
        long before = 0;
        for (var piece : pieces) {
            var place = new Place(piece, before);
            if (place.holds(position)) {
                return place;
            }
            before += piece.length();
        }
        throw new IllegalArgumentException("there is no byte " + position);
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
