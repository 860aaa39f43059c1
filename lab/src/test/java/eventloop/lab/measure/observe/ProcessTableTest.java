package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.observe.ProcessTable.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessTableTest {
    @Test
    void aProcessHasItsOwnTimeAndThatOfChildrenWhoHaveEnded() {
        var stat = "42 (a (b) c) S 7 1 1 0 -1 0 0 0 0 0 100 20 3000 400 20 0 1 0 5 0 0";

        assertThat(new StatFile(stat).entry()).hasValue(new Entry("a (b) c", 7, 35.2));
    }

    /// Else what a child has done would become the work of other programs as soon as it ends.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theWorkOfAChildStaysInTheFamilyWhenItHasEnded() throws Exception {
        long self = ProcessHandle.current().pid();
        double before = ProcessTable.now().secondsOfFamily(self);
        var child = Servant.start();
        try (child) {
            child.does("burn 500");
        }

        var now = ProcessTable.now();
        assertThat(now.entries()).containsKey(self).doesNotContainKey(child.pid());
        assertThat(now.secondsOfFamily(self)).isGreaterThanOrEqualTo(before + 0.5);
    }
}
