package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmMemoryTest {
    private static final long HEAP = 1L << 30;

    @ParameterizedTest
    @CsvSource({
        "-XX:MaxDirectMemorySize=1000, 1000",
        "-XX:MaxDirectMemorySize=3k, 3072",
        "-XX:MaxDirectMemorySize=64M, 67108864",
        "-XX:MaxDirectMemorySize=2g, 2147483648",
        "-XX:MaxDirectMemorySize=1t, 1099511627776"
    })
    void theJvmMayBeToldHowMuchLiesOutsideItsHeap(String argument, long bytes) {
        assertThat(JvmMemory.of(HEAP, List.of("-Xmx1g", argument)).outside()).isEqualTo(bytes);
    }

    @Test
    void theLastWordCounts() {
        var arguments = List.of("-XX:MaxDirectMemorySize=1g", "-XX:MaxDirectMemorySize=1m");
        assertThat(JvmMemory.of(HEAP, arguments).outside()).isEqualTo(1 << 20);
    }

    @ParameterizedTest
    @CsvSource({"-Xmx1g", "-XX:MaxDirectMemorySize=0"})
    void whereItIsToldNothingItIsAsMuchAsTheHeap(String argument) {
        assertThat(JvmMemory.of(HEAP, List.of(argument)).outside()).isEqualTo(HEAP);
    }

    @Test
    void theCacheMayHaveHalfOfTheSmallerOne() {
        assertThat(new JvmMemory(100, 60).mostForCache()).isEqualTo(30);
        assertThat(new JvmMemory(60, 100).mostForCache()).isEqualTo(30);
    }
}
