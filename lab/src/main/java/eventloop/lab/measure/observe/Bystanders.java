package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// How much of the machine was used by others than the lab and the processes it has started: they disturb
/// what is measured. Known on Linux, from `/proc/stat`.
final class Bystanders {
    private static final Path MACHINE = Path.of("/proc/stat");

    /// The kernel counts in hundredths of a second here, whatever it uses inside.
    private static final double TICKS_A_SECOND = 100;

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;

    /// Behind these eight come the shares of guests, which have been counted with the others.
    private static final int KINDS = 8;

    /// Seconds of all processors together since the machine has started.
    record Times(double all, double busy, double ours) {
        /// @param line the first of the file: `cpu`, and the ticks spent in different ways
        static Times parse(String line, double ours) {
            var kinds =
                    Arrays.stream(line.split(" +"))
                            .skip(1)
                            .limit(KINDS)
                            .mapToDouble(ticks -> Long.parseLong(ticks) / TICKS_A_SECOND)
                            .toArray();
            double all = Arrays.stream(kinds).sum();
            return new Times(all, all - kinds[IDLE] - kinds[WAITING_FOR_DISKS], ours);
        }

        /// What others had of the time between these and `now`.
        double othersUntil(Times now) {
            double others = now.busy - busy - (now.ours - ours);
            return Math.clamp(others / (now.all - all), 0, 1);
        }
    }

    private final Optional<Times> before = times();

    /// The share of all processors, from 0 to 1, since this was made.
    OptionalDouble share() {
        return times().flatMap(now -> before.map(then -> then.othersUntil(now)))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static Optional<Times> times() {
        try (var lines = Files.lines(MACHINE)) {
            return lines.findFirst().map(line -> Times.parse(line, ours()));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static double ours() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(Bystanders::seconds)
                .sum();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
