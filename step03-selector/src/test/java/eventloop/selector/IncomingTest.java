package eventloop.selector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Limits;
import eventloop.http.Method;
import eventloop.http.Parsed;
import eventloop.http.Request;
import eventloop.http.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a connection keeps of its client's requests counts, and is given back. The server's end of the connection
/// blocks here, so that what was sent has come when it is read.
class IncomingTest {
    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String PART = "GET / HTTP/1.1\r\nHost: a\r\n";
    private static final int ROOM = 1024;

    private final ByteBuffer shared = ByteBuffer.allocate(16 * 1024);
    private final MemoryBudget budget = new MemoryBudget(ROOM);
    private final Incoming incoming = new Incoming(Limits.DEFAULT, budget);
    private SocketChannel client;
    private SocketChannel server;

    @BeforeEach
    void connect() throws Exception {
        try (var listening = ServerSocketChannel.open()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(listening.getLocalAddress());
            server = listening.accept();
        }
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        server.close();
    }

    private Parsed receive(String text) throws Exception {
        client.write(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
        return incoming.next(server, shared);
    }

    private static Parsed.Refused expectNoRoom(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Refused.class);
        var refused = (Parsed.Refused) parsed;
        assertThat(refused.status()).isEqualTo(Status.SERVICE_UNAVAILABLE);
        return refused;
    }

    @Test
    void aRequestThatArrivesWholeTakesNothing() throws Exception {
        assertThat(receive(WHOLE)).isInstanceOf(Request.class);
        assertThat(budget.left()).isEqualTo(ROOM);
    }

    /// What a request keeps of its head stays here until its body has come.
    @Test
    void aHeadWhoseBodyIsAwaitedIsCountedUntilThat() throws Exception {
        var head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n";

        assertThat(receive(head)).isSameAs(Parsed.NEED_MORE);
        assertThat(budget.left()).isEqualTo(ROOM - head.length());

        assertThat(receive("ab")).isInstanceOf(Request.class);
        assertThat(budget.left()).isEqualTo(ROOM);
    }

    @Test
    void aHeadWhoseBodyIsAwaitedIsRefusedWhereThereIsNoRoomForIt() throws Exception {
        budget.take(ROOM);

        expectNoRoom(receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"));
        assertThat(budget.left()).isZero();
    }

    @Test
    void aPartOfOneIsCountedUntilTheRestIsThere() throws Exception {
        assertThat(receive(PART)).isSameAs(Parsed.NEED_MORE);
        assertThat(budget.left()).isLessThan(ROOM);
        assertThat(receive("\r\n")).isInstanceOf(Request.class);
        assertThat(budget.left()).isEqualTo(ROOM);
    }

    @Test
    void aPartForWhichThereIsNoRoomIsRefused() throws Exception {
        expectNoRoom(receive(PART + "X: " + "x".repeat(ROOM)));
        assertThat(budget.left()).isEqualTo(ROOM);
    }

    @Test
    void requestsBehindOneAreCountedUntilTheyAreRead() throws Exception {
        assertThat(receive(WHOLE + WHOLE)).isInstanceOf(Request.class);
        assertThat(budget.left()).isEqualTo(ROOM - WHOLE.length());
        assertThat(incoming.next(server, shared)).isInstanceOf(Request.class);
        assertThat(budget.left()).isEqualTo(ROOM);
    }

    @Test
    void aHeadRequestWithTooMuchBehindItIsRefusedAsAHeadRequest() throws Exception {
        var head = WHOLE.replace("GET", "HEAD");
        var refused = expectNoRoom(receive(head.repeat(1 + ROOM / head.length() + 1)));
        assertThat(refused.method()).isEqualTo(Method.HEAD);
        assertThat(budget.left()).isEqualTo(ROOM);
        assertThat(incoming.hasUnread()).isFalse();
    }

    @Test
    void whileThereIsNoRoomNothingIsReadAhead() throws Exception {
        assertThat(receive(WHOLE)).isInstanceOf(Request.class);
        budget.take(ROOM);
        client.write(ByteBuffer.wrap(WHOLE.getBytes(ISO_8859_1)));
        assertThat(incoming.canReadAhead()).isFalse();
        incoming.readAhead(server, shared);
        assertThat(incoming.hasUnread()).isFalse();
        budget.giveBack(ROOM);
        assertThat(incoming.canReadAhead()).isTrue();
        incoming.readAhead(server, shared);
        assertThat(incoming.hasUnread()).isTrue();
        assertThat(budget.left()).isEqualTo(ROOM - WHOLE.length());
    }

    @Test
    void whatIsBehindARefusedRequestIsNotKept() throws Exception {
        assertThat(receive("BAD\r\n\r\n" + WHOLE)).isInstanceOf(Parsed.Refused.class);
        assertThat(incoming.hasUnread()).isFalse();
        assertThat(budget.left()).isEqualTo(ROOM);
    }

    @Test
    void whatIsForgottenIsGivenBack() throws Exception {
        assertThat(receive(WHOLE + PART)).isInstanceOf(Request.class);
        assertThat(incoming.next(server, shared)).isSameAs(Parsed.NEED_MORE);
        assertThat(budget.left()).isLessThan(ROOM);
        incoming.forget();
        assertThat(budget.left()).isEqualTo(ROOM);
    }

    @Test
    void whoIsLateKeepsNothing() throws Exception {
        assertThat(receive(PART)).isSameAs(Parsed.NEED_MORE);
        assertThat(incoming.giveUpAsLate().status()).isEqualTo(Status.REQUEST_TIMEOUT);
        assertThat(budget.left()).isEqualTo(ROOM);
    }
}
