package eventloop.lab.show.report;

import eventloop.lab.measure.result.Bytes;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Spread;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// Figures with their units, short enough for an axis.
final class Units {
    private static final double KIBIBYTE = 1 << 10;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    /// What arithmetic may lose of a percent.
    private static final double ROUNDING = 1e-9;

    private Units() {}

    static String figure(double value) {
        return Figures.ratio(OptionalDouble.of(value));
    }

    static String count(double value) {
        return Figures.count(OptionalDouble.of(value));
    }

    static String millis(double millis) {
        return Figures.millis(OptionalDouble.of(millis));
    }

    static String roughMillis(double millis) {
        return Figures.roughMillis(OptionalDouble.of(millis));
    }

    /// Figure and sign stay on one line.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%,.0f\u00a0%%", share * 100);
    }

    /// The same where it says whether a bar is reached: rounded up, what misses it would look as if it did not.
    static String wholePercent(double share) {
        return percent(Math.floor(share * 100 + ROUNDING) / 100);
    }

    /// 0.5 ms, 2 s.
    static String shortMillis(double millis) {
        return millis < THOUSAND ? plain(millis) + " ms" : plain(millis / THOUSAND) + " s";
    }

    /// 500, 10K, 2M.
    static String shortCount(double count) {
        return count < THOUSAND
                ? plain(count)
                : count < MILLION ? plain(count / THOUSAND) + "K" : plain(count / MILLION) + "M";
    }

    /// 1 KiB, 16 MiB.
    static String bytes(double bytes) {
        double mebibytes = Bytes.mebibytes(bytes);
        return bytes < KIBIBYTE
                ? plain(bytes) + " B"
                : mebibytes < 1 ? plain(bytes / KIBIBYTE) + " KiB" : plain(mebibytes) + " MiB";
    }

    static String mebibytes(double bytes) {
        return Figures.mebibytes(OptionalDouble.of(bytes));
    }

    static String kibibytes(double bytes) {
        return figure(bytes / KIBIBYTE) + " KiB";
    }

    /// 2.1 (1.9 to 2.4); the range is left out where it would only repeat the median, and a dash stands for
    /// nothing at all.
    static String spread(List<Double> figures, DoubleFunction<String> words) {
        return figures.isEmpty()
                ? Figures.count(OptionalDouble.empty())
                : spread(Spread.of(figures), words);
    }

    static String spread(Spread spread, DoubleFunction<String> words) {
        var median = words.apply(spread.median());
        var least = words.apply(spread.least());
        var most = words.apply(spread.most());
        return least.equals(most) ? median : "%s (%s to %s)".formatted(median, least, most);
    }

    /// As few digits as it takes: 0.005, 1.5, 20.
    static String plain(double value) {
        double rounded = Math.round(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%,.0f", rounded)
                : BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString();
    }
}
