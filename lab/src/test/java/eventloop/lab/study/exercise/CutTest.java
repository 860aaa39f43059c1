package eventloop.lab.study.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A solution, and the starter that is cut from it.
class CutTest {
    private static final String SOLUTION =
            """
            int answer() {
                // tag::solution[]
                return 42;
                // end::solution[]
                // > return 0;
            }
            """;

    @Test
    void starterHasWhatStandsBehindTheRegionInItsPlace() {
        assertThat(Cut.starter(SOLUTION))
                .isEqualTo(
                        """
                        int answer() {
                            return 0;
                        }
                        """);
    }

    @Test
    void regionIsWhatTheStudentWrites() {
        assertThat(Cut.regions(SOLUTION)).containsExactly("return 42;\n");
    }
}
