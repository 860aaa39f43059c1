package eventloop.zerocopy;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A part of a body, which takes the place of the whole: closing it closes the whole.
///
/// @param first of the whole's bytes, counted from 0
record PartBody(Body whole, long first, long length) implements Body {
    // tag::part[]
    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        return whole.prepare(first + from, first + to, whenReady);
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        whole.send(out, first + from, first + to);
    }

    // end::part[]

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
