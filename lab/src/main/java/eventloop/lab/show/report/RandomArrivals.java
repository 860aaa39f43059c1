package eventloop.lab.show.report;

import eventloop.lab.show.report.plot.Look;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.show.report.plot.TimeChart;
import eventloop.lab.show.report.plot.TimeChart.Curve;
import eventloop.lab.show.report.plot.TimeChart.Position;
import eventloop.lab.show.report.plot.TimeChart.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The drawings of how requests come at random: what is seen on them has been computed, not sketched. They are the same
/// on every machine.
public final class RandomArrivals {
    private static final long SEED = 2018;
    private static final int MILLIS = 800;
    private static final int MILLIS_A_LINE = 10;

    /// By the share of its time that the server is busy, in percent; each as a step looks.
    private static final Map<Integer, Look> BUSY =
            new TreeMap<>(
                    Map.of(
                            80, Look.ofStep(6, false),
                            90, Look.ofStep(4, false),
                            97, Look.ofStep(1, false)));

    private RandomArrivals() {}

    /// One second of 5,000 requests at random times: 100 lines of ten milliseconds each.
    public static Picture arrivals() {
        var random = new SplittableRandom(SEED);
        var dots = new ArrayList<Position>();
        for (double milli = gap(random, 5); milli < 1000; milli += gap(random, 5)) {
            dots.add(new Position(milli % MILLIS_A_LINE, milli - milli % MILLIS_A_LINE));
        }
        var chart =
                new TimeChart(
                        new Scale(
                                "milliseconds from the beginning of the line", 0, MILLIS_A_LINE, 1),
                        new Scale("One second of requests: a line begins at … ms", 1000, 0, 100),
                        List.of(),
                        dots);
        return chart.draw(
                "arrivals",
                "About 5,000 dots in 100 lines. They crowd in some places and are missing in others.");
    }

    /// The line before a server that takes a millisecond for each request.
    public static Picture waiting() {
        var curves = new ArrayList<Curve>();
        BUSY.forEach((percent, look) -> {
            var line = line(percent / 100.0);
            double most = line.stream().mapToDouble(Position::y).max().orElseThrow();
            curves.add(
                    new Curve(
                            "busy %d %% of its time".formatted(percent),
                            "up to %.0f".formatted(Math.floor(most)),
                            look,
                            line));
        });
        var chart =
                new TimeChart(
                        new Scale("milliseconds", 0, MILLIS, 100),
                        new Scale(
                                "Requests in line, each of them a millisecond of work", 0, 40, 10),
                        curves,
                        List.of());
        return chart.draw(
                "waiting",
                "Three curves over time: how many requests wait. At 80 percent there are few;"
                        + " at 97 percent there are dozens.");
    }

    /// @param busy share of its time that the server works
    /// @return how much work is in line: it grows by one when a request comes, and melts evenly
    private static List<Position> line(double busy) {
        var random = new SplittableRandom(SEED);
        var line = new ArrayList<Position>(List.of(new Position(0, 0)));
        double waiting = 0;
        for (double now = gap(random, busy), before = 0; now < MILLIS; now += gap(random, busy)) {
            if (before + waiting < now) {
                line.add(new Position(before + waiting, 0));
            }
            waiting = Math.max(0, waiting - (now - before));
            line.add(new Position(now, waiting));
            waiting += 1;
            line.add(new Position(now, waiting));
            before = now;
        }
        return line;
    }

    /// Of random arrivals. [StrictMath] has the same digits everywhere.
    private static double gap(SplittableRandom random, double rate) {
        return -StrictMath.log(1 - random.nextDouble()) / rate;
    }
}
