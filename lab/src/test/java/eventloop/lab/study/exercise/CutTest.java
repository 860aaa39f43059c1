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
    void noBlankLinesAreLeftWhereSomethingIsLeftOut() {
        var solution =
                """
                class Answer {
                    private final int a;

                    // tag::solution[]
                    private final int b;

                    // end::solution[]

                    int answer() {
                        return a;
                    }

                    // tag::solution[]
                    private void help() {}
                    // end::solution[]
                }
                """;

        assertThat(Cut.starter(solution))
                .isEqualTo(
                        """
                        class Answer {
                            private final int a;

                            int answer() {
                                return a;
                            }
                        }
                        """);
    }

    @Test
    void regionIsWhatTheStudentWrites() {
        assertThat(Cut.regions(SOLUTION)).containsExactly("return 42;\n");
    }
}
