package eventloop.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendBufferTest {
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int SMALL_PIECE = 8 * 1024;
    private static final int LARGE_PIECE = 64 * 1024;

    private SocketChannel channel;
    private SendBuffer buffer;

    @BeforeEach
    void open() throws IOException {
        channel = SocketChannel.open();
        buffer = new SendBuffer(channel);
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
    }

    private void write(int pieces, long nanosEach) throws IOException {
        for (int i = 0; i < pieces; i++) {
            buffer.adapt(buffer.piece(), nanosEach);
        }
    }

    @Test
    void isLargeForAClientWhoReadsQuickly() throws IOException {
        write(1_000, MILLISECOND);
        assertThat(buffer.piece()).isEqualTo(LARGE_PIECE);
    }

    /// The kernels on both sides take so much, whether the client reads or not.
    @Test
    void isSmallForAClientWhoHasTakenHardlyAnything() throws IOException {
        write(256 * 1024 / SMALL_PIECE, MILLISECOND);
        assertThat(buffer.piece()).isEqualTo(SMALL_PIECE);
    }

    @Test
    void isSmallForOneWhoReadsSteadilyAndSlowly() throws IOException {
        write(1_000, 100 * MILLISECOND);
        assertThat(buffer.piece()).isEqualTo(SMALL_PIECE);
    }

    @Test
    void isSmallAgainForOneWhoHasBecomeSlow() throws IOException {
        write(1_000, MILLISECOND);
        write(1, MINUTE);
        assertThat(buffer.piece()).isEqualTo(SMALL_PIECE);
    }
}
