package eventloop.lab.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutAnyItIsAShortRunThatCountsAllocation() {
        assertThat(Options.withDefaults(List.of()))
                .containsSubsequence("-f", "1")
                .containsSubsequence("-prof", "gc");
    }

    @Test
    void whatIsGivenTakesTheDefaultsPlace() {
        assertThat(Options.withDefaults(List.of("-f", "5", "-wi2", "Parser")))
                .containsOnlyOnce("-f")
                .containsSubsequence("-f", "5")
                .doesNotContain("-wi")
                .contains("-i", "-foe")
                .endsWith("Parser");
    }
}
