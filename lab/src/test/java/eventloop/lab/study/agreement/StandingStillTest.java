package eventloop.lab.study.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingStillTest {
    /// No system numbers its processes so far.
    private static final long NOBODY = Integer.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({"Linux, true", "Mac OS X, true", "Windows 11, false"})
    void aProcessCanBeStoppedWhereThereIsASignalForIt(String system, boolean canBeHad) {
        assertThat(StandingStill.canBeHadOn(system)).isEqualTo(canBeHad);
    }

    /// It would stand still for longer than this test takes.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessStandsStillAndGoesOnOnceThatIsClosed() throws Exception {
        var process = new ProcessBuilder("sleep", "600").start();
        try {
            var time = Duration.ofMinutes(5);
            try (var _ = StandingStill.of(process.pid(), time, time.plusMillis(1))) {
                await().until(() -> isStopped(process.pid()));
            }
            assertThat(isStopped(process.pid())).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    /// It has no pause before the first signal, which so is sent however soon that is closed.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoIsNotThereCannotStandStill() {
        var time = Duration.ofMillis(1);
        var still = StandingStill.of(NOBODY, time, time);

        assertThatThrownBy(still::close)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("kill -");
    }

    /// The kernel writes a T behind the name while that is so.
    private static boolean isStopped(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
        return stat.startsWith(" T", stat.lastIndexOf(')') + 1);
    }
}
