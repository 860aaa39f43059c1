package eventloop.lab.measure.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;

/// Numbers as people read them: three digits that matter, two of what is below a tenth, and a dash for what is not
/// known.
public final class Figures {
    private static final String UNKNOWN = "–";
    private static final double TENTH = 0.1;
    private static final double GIBIBYTE = 1 << 30;

    private Figures() {}

    public static String millis(OptionalDouble millis) {
        return show(millis, value -> significant(value) + " ms");
    }

    /// For what is known roughly: `≈ 40 ms`.
    public static String roughMillis(OptionalDouble millis) {
        return show(millis, value -> "≈ " + plain(oneDigit(value)) + " ms");
    }

    private static double oneDigit(double value) {
        return new BigDecimal(value).round(new MathContext(1)).doubleValue();
    }

    public static String seconds(OptionalDouble seconds) {
        return show(seconds, value -> significant(value) + " s");
    }

    /// @param share 1 is all of it
    public static String percent(OptionalDouble share) {
        return show(share, value -> String.format(Locale.ROOT, "%.0f %%", 100 * value));
    }

    public static String count(OptionalDouble count) {
        return show(count, value -> String.format(Locale.ROOT, "%,.0f", value));
    }

    public static String count(OptionalLong count) {
        return count.isPresent() ? String.format(Locale.ROOT, "%,d", count.getAsLong()) : UNKNOWN;
    }

    public static String ratio(OptionalDouble ratio) {
        return show(ratio, Figures::significant);
    }

    public static String bytes(OptionalDouble bytes) {
        return show(bytes, value -> String.format(Locale.ROOT, "%,.0f B", value));
    }

    public static String mebibytes(OptionalDouble bytes) {
        return show(
                bytes, value -> String.format(Locale.ROOT, "%,.0f MiB", Bytes.mebibytes(value)));
    }

    public static String gibibytes(double bytes) {
        return plain(bytes / GIBIBYTE) + " GiB";
    }

    /// Without a unit, and without zeros that say nothing: 1.5, 12,300.
    public static String plain(double value) {
        var digits = significant(value);
        return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
    }

    /// 1 machine, 2 machines.
    public static String counted(long count, String one, String many) {
        return "%,d %s".formatted(count, count == 1 ? one : many);
    }

    private static String show(OptionalDouble figure, DoubleFunction<String> format) {
        return figure.isPresent() ? format.apply(figure.getAsDouble()) : UNKNOWN;
    }

    static String significant(double value) {
        double size = Math.abs(value);
        if (0 < size && size < TENTH) {
            return new BigDecimal(value).round(new MathContext(2)).toPlainString();
        }
        // From here on they are rounded up to the next power of ten, which has a digit more before
        // its point.
        var format =
                size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : size >= 0.9995 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
