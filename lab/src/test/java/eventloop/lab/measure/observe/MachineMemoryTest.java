package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MachineMemoryTest {
    @Test
    void kernelsOwnIsWhatItKeepsForObjectsStacksAndTables() {
        var memory =
                MachineMemory.parse(
                        """
                        MemTotal:       24000 kB
                        MemAvailable:   20000 kB
                        Slab:             300 kB
                        KernelStack:       20 kB
                        PageTables:         1 kB
                        HugePages_Total:    0
                        """);

        assertThat(memory).isEqualTo(memory(20_000, OptionalLong.of(321 << 10)));
    }

    @Test
    void whatIsNotToldIsLeftOut() {
        assertThat(MachineMemory.parse("MemTotal: 24000 kB\nMemFree: 9000 kB\nSlab: 300 kB\n"))
                .isEqualTo(memory(9_000, OptionalLong.of(300 << 10)));
        assertThat(MachineMemory.parse("MemTotal: 24000 kB\n"))
                .isEqualTo(memory(0, OptionalLong.empty()));
    }

    @Test
    void whatHasComeIsKnownIfBothMomentsAre() {
        var before = memory(9_000, OptionalLong.of(300));
        var unknown = memory(9_000, OptionalLong.empty());

        assertThat(memory(1, OptionalLong.of(310)).kernelBytesSince(before)).hasValue(10);
        assertThat(memory(1, OptionalLong.of(290)).kernelBytesSince(before)).hasValue(0);
        assertThat(unknown.kernelBytesSince(before)).isEmpty();
        assertThat(before.kernelBytesSince(unknown)).isEmpty();
    }

    private static MachineMemory memory(long availableKibibytes, OptionalLong kernelBytes) {
        return new MachineMemory(availableKibibytes << 10, kernelBytes);
    }

    @Test
    void everyMachineHasSome() {
        assertThat(MachineMemory.now().availableBytes()).isPositive();
    }
}
