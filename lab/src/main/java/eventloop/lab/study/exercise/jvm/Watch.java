package eventloop.lab.study.exercise.jvm;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Looks after the check that runs: if it does not come to an end, or ends the program, that is what is told of it,
/// and this JVM is over.
final class Watch {
    private static final long BETWEEN_LOOKS = 50;

    private final Teller teller;
    private Optional<Running> running = Optional.empty();

    /// @param unseen checks behind this one
    /// @param thread that runs the check
    private record Running(
            String check,
            Objections objections,
            int unseen,
            Thread thread,
            long deadline,
            int seconds) {}

    private Watch(Teller teller) {
        this.teller = teller;
    }

    static Watch begin(Teller teller) {
        var watch = new Watch(teller);
        Thread.ofPlatform().daemon().name("watch").start(watch::look);
        Runtime.getRuntime().addShutdownHook(new Thread(watch::tellOfExit, "exit"));
        return watch;
    }

    /// @param unseen checks behind this one
    synchronized void over(String check, Objections objections, int unseen, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var thread = Thread.currentThread();
        running = Optional.of(new Running(check, objections, unseen, thread, deadline, seconds));
    }

    synchronized void overNothing() {
        running = Optional.empty();
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                endIfLate();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void endIfLate() {
        running.filter(check -> System.nanoTime() - check.deadline() > 0)
                .ifPresent(late -> {
                    var objection =
                            new Objection(
                                    "an end within %d s".formatted(late.seconds()),
                                    "it still ran, and was ended",
                                    place(late),
                                    "it waits for what never comes, or goes round and round",
                                    true);
                    end(late, objection);
                });
    }

    /// The memory of this JVM is used up: nothing in it can be trusted any more.
    synchronized void tellOfMemory(OutOfMemoryError full) {
        running.ifPresent(check ->
                end(
                        check,
                        new Objection(
                                "code that needs less than 512 MiB",
                                full.toString(),
                                check.objections().place(full.getStackTrace()).orElse(""),
                                "memory that grows with what comes is used up one day")));
    }

    private synchronized void tellOfExit() {
        running.ifPresent(check ->
                end(
                        check,
                        new Objection(
                                "code that returns",
                                "System.exit: the whole program was ended",
                                placeOfExit(check),
                                "a server that ends its program ends every client's"
                                        + " connection")));
    }

    private void end(Running check, Objection objection) {
        teller.tell(new Happening.Failed(check.check(), objection));
        teller.tell(new Happening.Ended(check.unseen(), false));
        // Those of a student's server, for instance, which nobody else knows.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }

    /// The student's line, on the check's own thread, or else on any.
    private static String place(Running check) {
        return check.objections()
                .place(check.thread().getStackTrace())
                .or(() -> placeOnAnyThread(check, ""))
                .orElse("");
    }

    private static String placeOfExit(Running check) {
        return placeOnAnyThread(check, "java.lang.Runtime").orElse("");
    }

    private static Optional<String> placeOnAnyThread(Running check, String within) {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack ->
                        Arrays.stream(stack)
                                .anyMatch(frame -> frame.getClassName().startsWith(within)))
                .map(check.objections()::place)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
