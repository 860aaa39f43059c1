package eventloop.lab.study.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckRunTest {
    private static final Candidate FIRST = new Candidate(1, new PlainFileServer());
    private static final Candidate SECOND = new Candidate(2, new PlainFileServer());

    /// The checks of these tests ask for nothing.
    private static final CheckSite NO_FILES = new CheckSite(Path.of("nowhere"), "", "", List.of());

    @Test
    void aRedIsExpectedInTheStepsThatTheCheckNames() throws Exception {
        Check red =
                check("red", List.of(ExpectedRed.inStep(2, "a reason")), _ -> Finding.red("so"));

        assertThat(run(List.of(red), FIRST, SECOND))
                .extracting(Cell::mark)
                .containsExactly("✗!", "✗");
    }

    @Test
    void cellsComeCheckByCheckInTheOrderOfTheSteps() throws Exception {
        var one = check("one", List.of(), _ -> Finding.GREEN);
        var other = check("other", List.of(), _ -> Finding.GREEN);
        var heard = Collections.synchronizedList(new ArrayList<Cell>());

        var cells =
                new CheckRun(List.of(one, other), List.of(FIRST, SECOND), NO_FILES).run(heard::add);

        assertThat(cells)
                .extracting(cell -> cell.check() + " " + cell.step())
                .containsExactly("one 1", "one 2", "other 1", "other 2");
        assertThat(heard).containsExactlyInAnyOrderElementsOf(cells);
    }

    @Test
    void serverThatFailsElsewhereIsNotTakenForTheRedThatIsExpected() throws Exception {
        var reds = List.of(ExpectedRed.inStep(1, "a reason"));
        var check =
                check(
                        "check",
                        reds,
                        _ -> {
                            throw new IOException("the answer is no answer");
                        });

        assertThat(run(List.of(check), FIRST).getFirst().remark())
                .isEqualTo("step 1, \"check\" did not come to the point: the answer is no answer");
    }

    @Test
    void aSurpriseIsLookedAtASecondTime() throws Exception {
        var looks = new AtomicInteger();
        var disturbed =
                check(
                        "disturbed",
                        List.of(),
                        _ -> looks.incrementAndGet() == 1 ? Finding.red("so slow") : Finding.GREEN);

        assertThat(run(List.of(disturbed), FIRST)).extracting(Cell::mark).containsExactly("✓");
        assertThat(looks).hasValue(2);
    }

    @Test
    void serverThatDoesNotStartIsASurpriseInItsOwnWords() throws Exception {
        var dead = Candidate.of(new Step(4, "step04-dead", Path.of("nowhere.jar")));
        var check =
                check(
                        "check",
                        List.of(ExpectedRed.inStep(4, "a reason")),
                        subject -> {
                            subject.start().close();
                            return Finding.red("not reached");
                        });

        var cell = run(List.of(check), dead).getFirst();

        assertThat(cell.isSurprise()).isTrue();
        assertThat(cell.remark()).contains("step04-dead ended at once", "nowhere.jar");
    }

    @Test
    void checkThatIsWrongItselfIsNoFinding() {
        var wrong =
                check(
                        "wrong",
                        List.of(),
                        _ -> {
                            throw new IllegalStateException("of the check");
                        });

        assertThatThrownBy(() -> run(List.of(wrong), FIRST)).hasRootCauseMessage("of the check");
    }

    @Test
    void checkThatNeedsAllToItselfHasNoOtherBesideIt() throws Exception {
        var running = new AtomicInteger();
        var company = new AtomicInteger();
        Examination beside =
                _ -> {
                    running.incrementAndGet();
                    letOthersBegin();
                    running.decrementAndGet();
                    return Finding.GREEN;
                };
        Examination alone =
                _ -> {
                    boolean othersAreThere = running.incrementAndGet() > 1;
                    letOthersBegin();
                    boolean othersHaveCome = running.getAndDecrement() > 1;
                    // Not a red: that would be looked at again.
                    company.addAndGet(othersAreThere || othersHaveCome ? 1 : 0);
                    return Finding.GREEN;
                };
        var many = check("beside", List.of(), beside);
        var one = new TestCheck("alone", List.of(), true, alone);

        var cells = run(List.of(many, one, many, one, many), FIRST, SECOND);

        assertThat(cells).hasSize(10);
        assertThat(company).hasValue(0);
    }

    private static void letOthersBegin() {
        for (int i = 0; i < 100; i++) {
            Thread.yield();
        }
    }

    private List<Cell> run(List<Check> checks, Candidate... candidates)
            throws InterruptedException {
        return new CheckRun(checks, List.of(candidates), NO_FILES).run(_ -> {});
    }

    @FunctionalInterface
    private interface Examination {
        Finding of(Subject subject) throws IOException, ServerFailure, InterruptedException;
    }

    private static Check check(String name, List<ExpectedRed> reds, Examination examination) {
        return new TestCheck(name, reds, false, examination);
    }

    private record TestCheck(
            String name,
            List<ExpectedRed> expectedReds,
            boolean needsAllToItself,
            Examination examination)
            implements Check {
        @Override
        public String sentence() {
            return "";
        }

        @Override
        public Finding examine(Subject subject)
                throws IOException, ServerFailure, InterruptedException {
            return examination.of(subject);
        }
    }
}
