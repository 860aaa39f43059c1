package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacementTest {
    @RegisterExtension private final ShortLived shortLived = new ShortLived();

    @Test
    void understandsHowLinuxListsProcessors() {
        assertThat(Placement.numbers("0-3,8,10-11")).containsExactly(0, 1, 2, 3, 8, 10, 11);
        assertThat(Placement.numbers("5")).containsExactly(5);
    }

    @Test
    void theLoadHasNoThreadOfTheServersCoreIfThereIsAnother() {
        assertThat(Placement.others(List.of(0, 1, 2, 3), List.of(0, 2))).containsExactly(1, 3);
        assertThat(Placement.others(List.of(0, 1), List.of(0, 1))).containsExactly(1);
        assertThat(Placement.others(List.of(0, 1, 2), List.of())).containsExactly(1, 2);
    }

    @Test
    void keepsServerAndLoadApartOrLeavesBothAlone() {
        var placement = Placement.apart();

        assertThat(placement.server().isEmpty()).isEqualTo(placement.load().isEmpty());
        if (!placement.server().isEmpty()) {
            assertThat(Placement.numbers(placement.load().getLast()))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(Placement.numbers(placement.server().getLast()));
        }
    }

    /// A lab that makes room for a server, and tells which processors are left to it.
    static final class Lab {
        public static void main(String... arguments) throws Exception {
            var placement = Placement.apart().withTheLabBesideTheLoad();
            System.out.println(placement.loadProcessors());
            System.out.println(Runtime.getRuntime().availableProcessors());
        }
    }

    /// As on another host, whose name stands before the command.
    @Test
    void aLoadThatIsNotPinnedHasAllProcessors() {
        var elsewhere = List.of("ip", "netns", "exec", "load-1");

        assertThat(new Placement(List.of(), elsewhere).loadProcessors())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void theLabRunsWhereTheLoadRuns() throws Exception {
        var lab = shortLived.add(Children.start(List.of(), BriefJvm.running(Lab.class)));
        var said = new String(lab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        var processors = said.lines().toList();
        assertThat(processors).hasSize(2);
        assertThat(processors.getFirst()).isEqualTo(processors.getLast());
    }
}
