package eventloop.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Java;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Two builds of one checkout.
@DisabledOnOs(OS.WINDOWS)
class AloneTest {
    private static final Path ALONE = Path.of("build", "Alone.java");

    @TempDir private Path directory;
    private final List<Process> started = new ArrayList<>();

    /// And what it has started.
    @AfterEach
    void endWhoeverIsLeft() {
        for (var process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(60)
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
    @Timeout(60)
    void firstThatIsKilledLeavesNoLock() throws Exception {
        var first = start("echo begun; read line");
        assertThat(first.inputReader().readLine()).isEqualTo("begun");
        first.destroyForcibly().waitFor();

        assertThat(start("echo begun").inputReader().readLine()).isEqualTo("begun");
    }

    @Test
    @Timeout(60)
    void exitStatusIsTheCommands() throws Exception {
        assertThat(start("exit 7").waitFor()).isEqualTo(7);
    }

    private Process start(String script) throws Exception {
        var lock = directory.resolve("lock").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        Java.executable(),
                                        ALONE.toString(),
                                        lock,
                                        "sh",
                                        "-c",
                                        script))
                        .start();
        started.add(process);
        return process;
    }

    private static void answer(Process process) throws Exception {
        try (var orders = process.outputWriter()) {
            orders.write("go on\n");
        }
    }
}
