package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// How much of the machine was used by others than the lab and the processes it has started: they disturb what is
/// measured. Known on Linux, from `/proc`.
///
/// Where all processes of the machine can be seen, others are the other programs, and what the machine's host has
/// taken for somebody else. What the kernel does by itself is not among them: it may be clearing up behind the lab's own
/// clients. In a container, where one sees less, others are whatever kept processors busy and is not ours; but not the
/// handling of interrupts, which some kernels account apart from the processes that cause it: on the loopback, ours.
public final class Bystanders {
    /// Who has more than this share of the processors spoils a round.
    public static final double SPOILING = 0.15;

    private static final Path MACHINE = Path.of("/proc/stat");

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;
    private static final int INTERRUPTS = 5;
    private static final int SOFT_INTERRUPTS = 6;
    private static final int STOLEN = 7;
    private static final Set<Integer> NOT_BUSY =
            Set.of(IDLE, WAITING_FOR_DISKS, INTERRUPTS, SOFT_INTERRUPTS);

    /// Behind these eight come the shares of guests, which have been counted with the others.
    private static final int KINDS = 8;

    /// Seconds of all processors together since the machine has started.
    record Times(double all, double others) {
        /// @param line the first of the file: `cpu`, and the ticks spent in different ways
        /// @param lab its pid
        static Times parse(String line, ProcessTable processes, long lab) {
            var kinds =
                    Arrays.stream(line.split(" +"))
                            .skip(1)
                            .limit(KINDS)
                            .mapToDouble(StatFile::seconds)
                            .toArray();
            double all = Arrays.stream(kinds).sum();
            return new Times(
                    all,
                    processes.isWholeMachine()
                            ? processes.secondsOfOtherPrograms(lab) + kinds[STOLEN]
                            : busy(kinds) - processes.secondsOfFamily(lab));
        }

        private static double busy(double[] kinds) {
            return IntStream.range(0, kinds.length)
                    .filter(kind -> !NOT_BUSY.contains(kind))
                    .mapToDouble(kind -> kinds[kind])
                    .sum();
        }

        /// What others had of the time between these and `now`.
        double othersUntil(Times now) {
            return Math.clamp((now.others - others) / (now.all - all), 0, 1);
        }
    }

    private final Optional<Times> before = times();

    /// The share of all processors, from 0 to 1, since this was made.
    public OptionalDouble share() {
        return times().flatMap(now -> before.map(then -> then.othersUntil(now)))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /// For people.
    ///
    /// @param share as it is to be shown: `25 %`, `up to 25 %`
    public static String took(String share) {
        return "other programs, or the host, took %s of the processors".formatted(share);
    }

    private static Optional<Times> times() {
        try (var lines = Files.lines(MACHINE)) {
            long lab = ProcessHandle.current().pid();
            return lines.findFirst().map(line -> Times.parse(line, ProcessTable.now(), lab));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
