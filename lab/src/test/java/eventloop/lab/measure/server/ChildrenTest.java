package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildrenTest {
    private static final List<String> UNTIL_KILLED = List.of("sleep", "600");

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

    @Test
    void nothingIsStartedOnceAllAreEnded() throws Exception {
        var command =
                List.of(
                        Java.executable(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingLab.class.getName());

        var lab = Children.start(List.of(), command);
        var said = new String(lab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("ended "),
                        second -> assertThat(second).isEqualTo("the lab is about to end"));
    }
}
