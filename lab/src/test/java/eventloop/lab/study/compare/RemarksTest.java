package eventloop.lab.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private final Remarks remarks = new Remarks();

    @Test
    void whatIsTrueOfSeveralIsSaidOnce() {
        remarks.add("not steady", "node");
        remarks.add("p99 is rough", "nginx");
        remarks.add("not steady", "nginx");
        assertThat(remarks.lines(List.of("step07", "node", "nginx")))
                .containsExactly("not steady: node, nginx", "p99 is rough: nginx");
    }

    @Test
    void ofWhatIsTrueOfAllNobodyIsNamed() {
        remarks.add("not steady", "node");
        remarks.add("not steady", "nginx");
        assertThat(remarks.lines(List.of("node", "nginx"))).containsExactly("not steady: all");
    }

    @Test
    void oneAloneIsNamed() {
        remarks.add("not steady", "node");
        assertThat(remarks.lines(List.of("node"))).containsExactly("not steady: node");
    }
}
