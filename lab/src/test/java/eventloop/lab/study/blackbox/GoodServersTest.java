package eventloop.lab.study.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.rival.Rivals;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.check.CheckSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that are good are found to be so, as far as they go: each promise that one of them breaks here it really
/// breaks.
@Tag("timing")
class GoodServersTest {
    private static final Path COURSE = Path.of("..");

    @TempDir private static Path directory;

    private static CheckSite site;

    @BeforeAll
    static void makeSite() throws Exception {
        Files.writeString(directory.resolve("README.md"), "not for everybody");
        site = CheckSite.in(directory.resolve("site"));
        Files.writeString(site.root().resolve("index.html"), "<title>The index</title>");
    }

    @Test
    void eachStepReachesItsLevel() throws Exception {
        for (var step : Step.in(COURSE)) {
            assertThat(broken(step, step.number())).as(step.name()).isEmpty();
        }
    }

    @Test
    void aPoolDoesNotReachTheThirdLevel() throws Exception {
        assertThat(broken(Step.in(COURSE).get(1), 3))
                .containsExactly("500 silent clients do not hold up the next");
    }

    @Test
    void nginxReachesTheLastLevel() throws Exception {
        var nginx = Rivals.in(COURSE).named(List.of("nginx")).getFirst();
        assumeThat(nginx.missing()).isEmpty();
        assertThat(broken(nginx, Level.ALL.size())).isEmpty();
    }

    private static List<String> broken(ServerUnderTest server, int level) throws Exception {
        try (var running = RunningServer.start(server, site.root(), Placement.ANYWHERE)) {
            var broken = new ArrayList<String>();
            new Inspection(running.address(), site, Declared.NOTHING, level, false)
                    .run(
                            new Inspection.Listener() {
                                @Override
                                public void level(Level reached) {}

                                @Override
                                public void outcome(Promise promise, Outcome outcome) {
                                    if (outcome instanceof Outcome.Broken) {
                                        broken.add(promise.name());
                                    }
                                }
                            });
            return broken;
        }
    }
}
