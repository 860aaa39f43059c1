package eventloop.lab.study.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/// The file in which JMeter keeps every sample, a line each: `timeStamp,elapsed,label,responseCode,…`, both times in
/// whole milliseconds. What stands further behind may be quoted.
///
/// @param samples in the order in which they ended
record SampleLog(List<Sample> samples) {
    private static final String FILE = "report.jtl";
    private static final String RIGHT = "200";
    private static final int DIGITS = 3;
    private static final long MOST_NANOS = 600_000_000_000L;

    /// @param sent when, since 1970
    record Sample(long sent, long millis, boolean isRight) {
        private static Sample of(String line) {
            var columns = line.split(",", 5);
            return new Sample(
                    Long.parseLong(columns[0]),
                    Long.parseLong(columns[1]),
                    columns[3].equals(RIGHT));
        }

        private long answered() {
            return sent + millis;
        }
    }

    /// @param dashboard beside which JMeter has left it
    static SampleLog of(Path dashboard) throws IOException {
        try (var lines = Files.lines(dashboard.resolve(FILE))) {
            return new SampleLog(lines.skip(1).map(Sample::of).toList());
        }
    }

    Reading reading(String program, int clients) {
        var nanos = new Histogram(MOST_NANOS, DIGITS);
        samples.stream()
                .filter(Sample::isRight)
                .forEach(sample -> nanos.recordValue(sample.millis() * 1_000_000));
        long answered = nanos.getTotalCount();
        long failed = samples.size() - answered;
        return Reading.of(program, clients, answered, failed, answered / seconds(), nanos);
    }

    /// From the first request to the last answer.
    private double seconds() {
        long begin = samples.stream().mapToLong(Sample::sent).min().orElseThrow();
        long end = samples.stream().mapToLong(Sample::answered).max().orElseThrow();
        return (end - begin) / 1000.0;
    }
}
