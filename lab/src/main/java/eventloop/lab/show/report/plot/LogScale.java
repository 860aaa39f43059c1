package eventloop.lab.show.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Where figures stand on an axis on which equal factors are equal distances: from 1 to 10 is as far as from
/// 10 to 100. What is not above zero stands at its beginning.
///
/// @param least the figure at `start`
/// @param most the figure at `end`
/// @param start coordinate of the axis's beginning: below its end for one that points up
record LogScale(double least, double most, double start, double end) {
    /// From many marks in a decade to few, and to one in two, three… decades.
    private static final List<List<Double>> MARKS =
            List.of(List.of(1.0, 1.5, 2.0, 3.0, 5.0, 7.0), List.of(1.0, 2.0, 5.0), List.of(1.0));

    /// For an axis so short that it lies between two of the others. The shortest, of a single figure, has two of these.
    private static final List<Double> FINE =
            List.of(
                    1.0, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2.0, 2.2, 2.5, 2.8, 3.0, 3.2, 3.5, 4.0, 4.5,
                    5.0, 5.5, 6.0, 6.5, 7.0, 8.0, 9.0);

    private static final int MOST_DECADES = 40;

    /// Room for all of these, and a little more on both sides.
    static LogScale over(List<Double> figures, double start, double end) {
        var shown =
                figures.stream().filter(figure -> figure > 0 && Double.isFinite(figure)).toList();
        double least = shown.stream().mapToDouble(figure -> figure).min().orElse(1);
        double most = shown.stream().mapToDouble(figure -> figure).max().orElse(1);
        double room = Math.max(1.15, Math.pow(most / least, 0.06));
        return new LogScale(least / room, most * room, start, end);
    }

    double at(double figure) {
        double share = Math.log(Math.max(figure, least) / least) / Math.log(most / least);
        return start + Math.min(share, 1) * (end - start);
    }

    boolean has(double figure) {
        return least <= figure && figure <= most;
    }

    /// Round figures along the axis, as many as fit, and two if they do: one alone is no scale.
    ///
    /// @param gap the least distance of two
    List<Double> ticks(double gap) {
        for (var marks : MARKS) {
            var ticks = ticks(marks, 1);
            if (areApart(ticks, gap)) {
                return ticks.size() > 1 ? ticks : apart(ticks(FINE, 1), gap);
            }
        }
        return IntStream.range(2, MOST_DECADES)
                .mapToObj(decades -> ticks(List.of(1.0), decades))
                .filter(ticks -> areApart(ticks, gap))
                .findFirst()
                .orElseThrow();
    }

    /// Those of them that have room, from the first on.
    ///
    /// @param gap the least distance of two
    List<Double> apart(List<Double> ticks, double gap) {
        var apart = new ArrayList<Double>();
        for (double tick : ticks) {
            if (apart.isEmpty() || Math.abs(at(tick) - at(apart.getLast())) >= gap) {
                apart.add(tick);
            }
        }
        return apart;
    }

    private List<Double> ticks(List<Double> marks, int decades) {
        var ticks = new ArrayList<Double>();
        int first = Math.floorDiv((int) Math.floor(Math.log10(least)), decades) * decades;
        for (int exponent = first; exponent <= Math.log10(most); exponent += decades) {
            for (double mark : marks) {
                ticks.add(mark * Math.pow(10, exponent));
            }
        }
        return ticks.stream().filter(this::has).toList();
    }

    private boolean areApart(List<Double> ticks, double gap) {
        return IntStream.range(1, ticks.size())
                .allMatch(i -> Math.abs(at(ticks.get(i)) - at(ticks.get(i - 1))) >= gap);
    }
}
