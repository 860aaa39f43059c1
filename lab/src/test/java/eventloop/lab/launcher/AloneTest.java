package eventloop.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.ShortLived;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two builds of one checkout.
@DisabledOnOs(OS.WINDOWS)
class AloneTest {
    private static final Path ALONE = Path.of("build", "Alone.java");

    @RegisterExtension private final ShortLived shortLived = new ShortLived();
    @TempDir private Path directory;

    @Test
    void secondWaitsForTheEndOfTheFirst() throws Exception {
        var done = directory.resolve("done");
        var first = start("echo begun; read line; sleep 1; echo ended >'%s'".formatted(done));
        assertThat(first.inputReader().readLine()).isEqualTo("begun");

        var second = start("cat '%s'".formatted(done));
        assertThat(second.errorReader().readLine()).contains("another build", "waiting");
        answer(first);

        assertThat(second.inputReader().readLine())
                .as("what the first did last")
                .isEqualTo("ended");
    }

    /// As at kill -9: the operating system gives the lock back.
    @Test
    void firstThatIsKilledLeavesNoLock() throws Exception {
        var first = start("echo begun; read line");
        assertThat(first.inputReader().readLine()).isEqualTo("begun");
        first.destroyForcibly().waitFor();

        assertThat(start("echo begun").inputReader().readLine()).isEqualTo("begun");
    }

    @Test
    void exitStatusIsTheCommands() throws Exception {
        assertThat(start("exit 7").waitFor()).isEqualTo(7);
    }

    private Process start(String script) throws Exception {
        var lock = directory.resolve("lock").toString();
        var command = BriefJvm.with(ALONE.toString(), lock, "sh", "-c", script);
        return shortLived.add(new ProcessBuilder(command).start());
    }

    private static void answer(Process process) throws Exception {
        try (var orders = process.outputWriter()) {
            orders.write("go on\n");
        }
    }
}
