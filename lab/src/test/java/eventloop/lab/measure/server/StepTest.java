package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTest {
    @Test
    void stepsAreFoundByTheirDirectoriesInOrder(@TempDir Path course) throws Exception {
        for (var name : new String[] {"step02-two", "step01-one", "lab", "step10-ten", "slides"}) {
            Files.createDirectory(course.resolve(name));
        }

        assertThat(Step.in(course)).extracting(Step::number).containsExactly(1, 2, 10);
    }

    @Test
    void isStartedOnAFreePortOfTheLoopback() {
        var step = new Step(3, "step03-selector", Path.of("step03-selector.jar"));

        assertThat(step.launch(Path.of("site")).command())
                .containsSubsequence("-jar", "step03-selector.jar")
                .containsSubsequence("--host", "127.0.0.1", "--port", "0", "--root", "site")
                .containsAll(Step.JVM_FLAGS);
    }

    @Test
    void stepsOfAnotherCheckoutAreNamedBesideThoseOfThisOne(@TempDir Path course) throws Exception {
        assertThat(Step.areBuilt(course)).isFalse();
        var here = new Step(3, "step03-selector", Path.of("here.jar"));
        var other = new Step(3, "step03-selector", Path.of("other.jar"));
        var both = new TwoCheckouts((_, _) -> here, (_, _) -> other, " before");

        assertThat(both.named("step03", List.of()).launch(course).command()).contains("here.jar");
        var before = both.named("step03 before", List.of());
        assertThat(before.launch(course).command()).contains("other.jar");
        assertThat(before.name()).isEqualTo("step03 before");
    }
}
