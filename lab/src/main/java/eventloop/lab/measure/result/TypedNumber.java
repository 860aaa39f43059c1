package eventloop.lab.measure.result;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// A number as a person types it: `2,000` is two thousand, and `1,5` what half the world writes for 1.5.
public final class TypedNumber {
    /// None of them begin with a zero: `0,125` is an eighth.
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");

    private TypedNumber() {}

    /// @return nothing for words, and for what is not finite
    public static OptionalDouble of(String typed) {
        var text = typed.strip();
        try {
            double number =
                    Double.parseDouble(
                            THOUSANDS.matcher(text).matches()
                                    ? text.replace(",", "")
                                    : text.replace(',', '.'));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException words) {
            return OptionalDouble.empty();
        }
    }
}
