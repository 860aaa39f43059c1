package eventloop.selector;

import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.Consumer;

/// How a loop ends in good order: nobody more is let in, who is idle is sent home, all others may finish
/// within a time. Loop thread only.
public final class OrderlyEnd {
    /// A look at all connections, tens of thousands perhaps, must not take the time of those who are still served.
    public static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Selector selector;
    private boolean begun;
    private long deadline;
    private long nextLook;

    public OrderlyEnd(Selector selector) {
        this.selector = selector;
    }

    /// Has it begin. A second call does nothing.
    ///
    /// @param drainTimeout after this long what is still open is closed
    public void begin(Duration drainTimeout) {
        if (!begun) {
            begun = true;
            nextLook = System.nanoTime();
            deadline = nextLook + drainTimeout.toNanos();
        }
    }

    public boolean hasBegun() {
        return begun;
    }

    /// Goes on with it, as others become idle. Once the time is over, closes whatever is left.
    ///
    /// @return whether nothing is open any more; false before it has begun, and between two looks
    public boolean proceed() {
        if (!begun || System.nanoTime() - nextLook < 0) {
            return false;
        }
        boolean isTimeOver = System.nanoTime() - deadline >= 0;
        closeEach(isTimeOver ? Connection::close : Connection::closeIfIdle);
        nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
        return selector.keys().stream().noneMatch(key -> key.channel().isOpen());
    }

    private void closeEach(Consumer<Connection> closing) {
        for (var key : selector.keys()) {
            switch ((Attachment) key.attachment()) {
                case Acceptor acceptor -> acceptor.close();
                case Connection connection -> closing.accept(connection);
                case null -> {} // One that could not be taken over: its channel is closed.
            }
        }
    }
}
