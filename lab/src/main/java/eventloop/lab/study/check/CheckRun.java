package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Every check on every server, each in a fresh process. Some run beside each other: most of their time
/// they wait for something slow.
public final class CheckRun {
    private static final int AT_ONCE = 8;

    private final List<Check> checks;
    private final List<Candidate> candidates;
    private final CheckSite site;

    /// First come, first served, or a check that needs all to itself would never have its turn.
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public CheckRun(List<Check> checks, List<Candidate> candidates, CheckSite site) {
        this.checks = checks;
        this.candidates = candidates;
        this.site = site;
    }

    /// @param done hears of each cell as soon as it is known; called by several threads
    /// @return all cells, check by check, in the order of the candidates
    public List<Cell> run(Consumer<Cell> done) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = checks.stream().flatMap(check -> tasks(check, done)).toList();
            return threads.invokeAll(tasks).stream().map(CheckRun::result).toList();
        }
    }

    private static Cell result(Future<Cell> done) {
        if (done.state() == Future.State.FAILED) {
            throw new IllegalStateException("a check is wrong itself", done.exceptionNow());
        }
        return done.resultNow();
    }

    private Stream<Callable<Cell>> tasks(Check check, Consumer<Cell> done) {
        return candidates.stream()
                .map(candidate ->
                        () -> {
                            var cell = examineInTurn(check, candidate);
                            done.accept(cell);
                            return cell;
                        });
    }

    /// A surprise is looked at again with the machine to itself: what runs beside each other disturbs each
    /// other, and a check tells what a server can do, not what it does when there is no time left for it.
    private Cell examineInTurn(Check check, Candidate candidate) throws InterruptedException {
        var cell = examineOn(check.needsAllToItself() ? AT_ONCE : 1, check, candidate);
        return cell.isSurprise() ? examineOn(AT_ONCE, check, candidate) : cell;
    }

    private Cell examineOn(int needed, Check check, Candidate candidate)
            throws InterruptedException {
        places.acquire(needed);
        try {
            return new Cell(
                    check.name(),
                    candidate.step(),
                    check.isRedExpectedIn(candidate.step()),
                    examine(check, new Subject(candidate.server(), site)));
        } finally {
            places.release(needed);
        }
    }

    static Finding examine(Check check, Subject subject) throws InterruptedException {
        try {
            return check.examine(subject);
        } catch (IOException | ServerFailure failure) {
            return new Finding.Broken(failure.getMessage());
        }
    }
}
