package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.cache.Memory.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Blocks that are taken are one's own, blocks that are given back are used again, and there is never more
/// than the limit.
class MemoryTest {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "1024, 1",
        "1025, 1",
        "3072, 2",
        "65536, 1",
        "66560, 2",
        "1048575, 1",
        "1048576, 1",
        "1049600, 2"
    })
    void contentGetsTheBlocksOfItsBinaryDigits(int length, int blocks) {
        var taken = new Memory(4 * MIB).take(length).orElseThrow();
        assertThat(taken).hasSize(blocks);
        assertThat(taken.stream().mapToInt(block -> block.bytes().remaining()).sum())
                .isEqualTo(length);
    }

    @Test
    void nothingIsAskedOfTheOperatingSystemBeforeItIsNeeded() {
        var memory = new Memory(64 * MIB);
        assertThat(memory.allocated()).isZero();
        memory.take(1).orElseThrow();
        assertThat(memory.allocated()).isEqualTo(MIB);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, KIB, 3 * KIB, 100 * KIB, MIB, 5 * MIB + 7 * KIB})
    void allOfItCanBeTakenInSmallestBlocksAndNotOneMore(int limit) {
        var memory = new Memory(limit);
        for (int i = 0; i < limit / KIB; i++) {
            assertThat(memory.take(KIB)).isPresent();
        }
        assertThat(memory.take(1)).isEmpty();
        assertThat(memory.taken()).isEqualTo(limit);
        assertThat(memory.allocated()).isEqualTo(limit);
    }

    @Test
    void halvesThatAreFreeBecomeOneBlockAgain() {
        var memory = new Memory(MIB);
        var all = new ArrayList<List<Block>>();
        for (int i = 0; i < KIB; i++) {
            all.add(memory.take(KIB).orElseThrow());
        }
        all.forEach(memory::giveBack);
        assertThat(memory.take(MIB).orElseThrow()).hasSize(1);
    }

    @Test
    void whatIsFreeCanBeUsedHoweverItLies() {
        var memory = new Memory(MIB);
        var all = new ArrayList<List<Block>>();
        for (int i = 0; i < KIB; i++) {
            all.add(memory.take(KIB).orElseThrow());
        }
        for (int i = 0; i < KIB; i += 2) {
            memory.giveBack(all.get(i));
        }
        assertThat(memory.take(MIB / 2).orElseThrow()).hasSize(KIB / 2);
        assertThat(memory.take(1)).isEmpty();
    }

    /// Whoever has blocks writes a number of their own all over them: if two had a byte in common, one would read the
    /// other's.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nobodyGetsWhatAnotherHas(long seed) {
        record Owner(byte number, List<Block> blocks) {}
        var random = new Random(seed);
        var memory = new Memory(8 * MIB);
        var owners = new ArrayList<Owner>();
        for (int i = 0; i < 3_000; i++) {
            byte number = (byte) i;
            var taken = memory.take(random.nextInt(i % 10 == 0 ? 2 * MIB : 60 * KIB));
            taken.ifPresent(blocks -> {
                blocks.forEach(block -> fill(block, number));
                owners.add(new Owner(number, blocks));
            });
            boolean isFull = taken.isEmpty();
            while (!owners.isEmpty() && (isFull || random.nextInt(4) == 0)) {
                var owner = owners.remove(random.nextInt(owners.size()));
                owner.blocks.forEach(block -> assertIsFilled(block, owner.number));
                memory.giveBack(owner.blocks);
                isFull = false;
            }
        }
        owners.forEach(owner -> memory.giveBack(owner.blocks));
        assertThat(memory.taken()).isZero();
        assertThat(memory.take(8 * MIB).orElseThrow()).hasSize(8);
    }

    private static void fill(Block block, byte number) {
        for (int i = 0; i < block.bytes().limit(); i++) {
            block.bytes().put(i, number);
        }
    }

    private static void assertIsFilled(Block block, byte number) {
        for (int i = 0; i < block.bytes().limit(); i++) {
            if (block.bytes().get(i) != number) {
                throw new AssertionError("two have byte " + i + " of one block");
            }
        }
    }
}
