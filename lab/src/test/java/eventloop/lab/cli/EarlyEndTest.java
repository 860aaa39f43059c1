package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.ShortLived;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EarlyEndTest {
    /// A command that measures two servers, and is told to end while it measures the second.
    static final class Measuring {
        public static void main(String... arguments) throws Exception {
            var end = EarlyEnd.prepare();
            var found = new ArrayList<String>();
            end.thenDo(() -> System.out.println("kept " + found));
            end.unlessBegun(() -> found.add("the first server"));
            var second = Children.start(List.of(), List.of("sleep", "600"));
            System.out.println(second.pid());
            second.waitFor();
            end.unlessBegun(() -> found.add("the second server has died"));
        }
    }

    @RegisterExtension private final ShortLived shortLived = new ShortLived();

    @Test
    void whatWasFoundBeforeIsKeptAndNothingElseAndNoProcessIsLeft() throws Exception {
        var command =
                shortLived.add(
                        new ProcessBuilder(BriefJvm.running(Measuring.class))
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start());
        var said = command.inputReader();
        var server = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
        try {
            command.toHandle().destroy();

            assertThat(said.lines()).containsExactly("kept [the first server]");
            assertThat(server.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            server.destroyForcibly();
        }
    }
}
