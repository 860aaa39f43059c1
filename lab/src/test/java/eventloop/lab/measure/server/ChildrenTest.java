package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChildrenTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> UNTIL_KILLED = List.of("sleep", "600");

    @RegisterExtension private final ShortLived shortLived = new ShortLived();

    /// A lab that is told to end while it goes from one server to the next.
    static final class EndingLab {
        public static void main(String... arguments) throws IOException {
            var first = Children.start(List.of(), UNTIL_KILLED);
            Children.endAll();
            System.out.println("ended " + first.onExit().join().pid());
            try {
                System.out.println("left " + Children.start(List.of(), UNTIL_KILLED).pid());
            } catch (IOException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    /// A lab that waits for a server, and for what that has started.
    static final class WaitingLab {
        public static void main(String... arguments) throws Exception {
            var server = Children.start(List.of(), List.of("sh", "-c", "sleep 600 & wait"));
            while (server.children().findAny().isEmpty()) {
                Thread.onSpinWait();
            }
            System.out.println(server.pid());
            server.children().forEach(grandchild -> System.out.println(grandchild.pid()));
            server.waitFor();
        }
    }

    /// As at kill -9, which gives it no time to end anything.
    @Test
    void labThatIsKilledLeavesNobody() throws Exception {
        var lab = start(WaitingLab.class);
        var server = process(lab.inputReader().readLine());
        var grandchild = process(lab.inputReader().readLine());
        try {
            lab.destroyForcibly();

            assertThat(server.onExit()).succeedsWithin(PATIENCE);
            assertThat(grandchild.onExit()).succeedsWithin(PATIENCE);
        } finally {
            server.destroyForcibly();
            grandchild.destroyForcibly();
        }
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Process start(Class<?> lab) throws IOException {
        return shortLived.add(Children.start(List.of(), BriefJvm.running(lab)));
    }

    @Test
    void nothingIsStartedOnceAllAreEnded() throws Exception {
        var lab = start(EndingLab.class);
        var said = new String(lab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("ended "),
                        second -> assertThat(second).isEqualTo("the lab is about to end"));
    }
}
