package eventloop.exercises.step03.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("3.4")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutboxTest {
    private final NarrowChannel channel = new NarrowChannel();
    private Selector selector;
    private SelectionKey key;
    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        selector = Selector.open();
        key = new AnyInterest(selector);
        outbox = new Outbox(channel, key);
    }

    @AfterEach
    void close() throws IOException {
        selector.close();
    }

    @Test
    @Order(1)
    @DisplayName("what fits is sent at once")
    @Why("most messages fit, and a turn of the loop for each would be wasted")
    void fits() throws IOException {
        channel.makeRoom(10);
        outbox.send(bytes("abc"));
        assertThat(channel.taken()).as("sent").isEqualTo("abc");
        assertThat(asksForRoom()).as("asks for room").isFalse();
    }

    @Test
    @Order(2)
    @DisplayName("what did not fit is sent when there is room")
    @Why("a client that got half a page waits for the other half for ever")
    void half() throws IOException {
        channel.makeRoom(3);
        outbox.send(bytes("abcdef"));
        assertThat(asksForRoom()).as("asks for room").isTrue();
        channel.makeRoom(10);
        outbox.onWritable();
        assertThat(channel.taken()).as("sent").isEqualTo("abcdef");
    }

    @Test
    @Order(3)
    @DisplayName("nothing overtakes what is left of the message before")
    @Why("a stream has one order; bytes of two messages mixed are no message")
    void order() throws IOException {
        channel.makeRoom(2);
        outbox.send(bytes("abc"));
        outbox.send(bytes("def"));
        channel.makeRoom(2);
        outbox.send(bytes("ghi"));
        channel.makeRoom(10);
        outbox.onWritable();
        assertThat(channel.taken()).as("sent").isEqualTo("abcdefghi");
    }

    @Test
    @Order(4)
    @DisplayName("a full socket takes nothing, and nothing is lost")
    @Why("a write may return 0")
    void nothing() throws IOException {
        channel.makeRoom(0);
        outbox.send(bytes("abc"));
        outbox.onWritable();
        assertThat(channel.writes()).as("writes to a full socket").isLessThanOrEqualTo(3);
        assertThat(asksForRoom()).as("still asks for room").isTrue();
        channel.makeRoom(3);
        outbox.onWritable();
        assertThat(channel.taken()).as("sent").isEqualTo("abc");
    }

    @Test
    @Order(5)
    @DisplayName("once all is sent, the loop may sleep")
    @Why("an empty socket is always writable: who still asks for room never sleeps again")
    void sleeps() throws IOException {
        channel.makeRoom(2);
        outbox.send(bytes("abc"));
        channel.makeRoom(10);
        outbox.onWritable();
        assertThat(asksForRoom()).as("asks for room").isFalse();
        assertThat(asksForBytes()).as("asks for bytes").isTrue();
    }

    @Test
    @Order(6)
    @DisplayName("while something is left, the client is still heard")
    @Why("a client may say something, or leave, while it has not got everything")
    void hears() throws IOException {
        channel.makeRoom(2);
        outbox.send(bytes("abc"));
        assertThat(asksForRoom()).as("asks for room").isTrue();
        assertThat(asksForBytes()).as("asks for bytes").isTrue();
    }

    @Test
    @Order(7)
    @DisplayName("a message without a byte holds nobody up")
    @Why("a write of nothing returns 0 as well, and the socket is not full")
    void empty() throws IOException {
        channel.makeRoom(10);
        outbox.send(bytes(""));
        outbox.send(bytes("abc"));
        assertThat(channel.taken()).as("sent").isEqualTo("abc");
        assertThat(asksForRoom()).as("asks for room").isFalse();
    }

    private boolean asksForRoom() {
        return (key.interestOps() & SelectionKey.OP_WRITE) != 0;
    }

    private boolean asksForBytes() {
        return (key.interestOps() & SelectionKey.OP_READ) != 0;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// A key that only remembers its interest.
    private static final class AnyInterest extends SelectionKey {
        private final Selector selector;
        private int operations = OP_READ;

        private AnyInterest(Selector selector) {
            this.selector = selector;
        }

        @Override
        public SelectableChannel channel() {
            throw new UnsupportedOperationException("the channel was given to the constructor");
        }

        @Override
        public Selector selector() {
            return selector;
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public void cancel() {}

        @Override
        public int interestOps() {
            return operations;
        }

        @Override
        public SelectionKey interestOps(int wanted) {
            operations = wanted;
            return this;
        }

        @Override
        public int readyOps() {
            return 0;
        }
    }
}
