package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Outgoing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One piece of memory, and any number of clients who are at different places in it.
class StoredBodyTest {
    /// More than goes in one turn, and in several blocks.
    private static final int LENGTH = 900_000;

    private final Memory memory = new Memory(4 << 20);
    private final Outgoing out = new Outgoing(128 * 1024);
    private final byte[] content = new byte[LENGTH];
    private StoredBody body;

    @BeforeEach
    void fill() {
        new Random(8).nextBytes(content);
        body = new StoredBody(memory, memory.take(LENGTH).orElseThrow(), LENGTH);
        body.inside().write(ByteBuffer.wrap(content));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 900000",
        "0, 10",
        "524280, 524300",
        "100, 16483",
        "100, 16484",
        "899999, 900000",
        "300000, 800000"
    })
    void aTurnSendsAsMuchAsOneMay(int from, int to) throws Exception {
        int expected = Math.min(to, from + StoredBody.SHARE);
        assertThat(send(from, to)).isEqualTo(Arrays.copyOfRange(content, from, expected));
        assertThat(out.isFull()).isFalse();
    }

    @Test
    void whereOneClientIsDoesNotMatterToAnother() throws Exception {
        send(0, LENGTH);
        assertThat(send(800_000, LENGTH)).isEqualTo(Arrays.copyOfRange(content, 800_000, LENGTH));
        assertThat(send(0, LENGTH)).isEqualTo(Arrays.copyOf(content, StoredBody.SHARE));
    }

    @Test
    void aSocketThatTakesLessIsFull() throws Exception {
        var little = ByteBuffer.allocate(100_000);
        body.send(out.beginContent(new MemoryChannel(List.of(little))), 0, LENGTH);
        assertThat(out.contentSent()).isEqualTo(100_000);
        assertThat(out.isFull()).isTrue();
    }

    @Test
    void theMemoryIsGivenBackByTheLastHolder() {
        body.hold();
        body.hold();
        body.close();
        body.close();
        assertThat(memory.taken()).isEqualTo(Memory.sizeOf(LENGTH));
        body.close();
        assertThat(memory.taken()).isZero();
    }

    private byte[] send(int from, int to) throws Exception {
        var target = ByteBuffer.allocate(LENGTH);
        body.send(out.beginContent(new MemoryChannel(List.of(target))), from, to);
        assertThat(out.contentSent()).isEqualTo(target.position());
        return Arrays.copyOf(target.array(), target.position());
    }
}
