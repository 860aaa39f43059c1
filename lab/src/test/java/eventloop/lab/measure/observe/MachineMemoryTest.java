package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(memory).isEqualTo(new MachineMemory(20_000 << 10, 321 << 10));
    }

    @Test
    void whatIsNotToldCountsAsNothing() {
        assertThat(MachineMemory.parse("MemTotal: 24000 kB\nMemFree: 9000 kB\nSlab: 300 kB\n"))
                .isEqualTo(new MachineMemory(9_000 << 10, 300 << 10));
        assertThat(MachineMemory.parse("MemTotal: 24000 kB\n")).isEqualTo(new MachineMemory(0, 0));
    }

    @Test
    void everyMachineHasSome() {
        assertThat(MachineMemory.now().availableBytes()).isPositive();
    }
}
