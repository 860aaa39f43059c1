package eventloop.selector;

import java.nio.channels.Selector;
import java.time.Duration;

/// How a loop ends in good order: nobody more is let in, who is idle is sent home, all others may finish
/// within a time. Loop thread only.
public final class OrderlyEnd {
    private final Selector selector;
    private final long deadline;

    /// @param patience after this long what is still open is closed
    public OrderlyEnd(Selector selector, Duration patience) {
        this.selector = selector;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /// Closes what waits for nobody.
    public void begin() {
        for (var key : selector.keys()) {
            switch ((Attachment) key.attachment()) {
                case Acceptor acceptor -> acceptor.close();
                case Connection connection -> connection.closeIfIdle();
            }
        }
    }

    /// Goes on with it, as others become idle. Once the time is over, closes whatever is left.
    ///
    /// @return whether nothing is open any more
    public boolean proceed() {
        if (System.nanoTime() - deadline >= 0) {
            abort();
        } else {
            begin();
        }
        return selector.keys().stream().noneMatch(key -> key.channel().isOpen());
    }

    private void abort() {
        for (var key : selector.keys()) {
            switch ((Attachment) key.attachment()) {
                case Acceptor acceptor -> acceptor.close();
                case Connection connection -> connection.close();
            }
        }
    }
}
