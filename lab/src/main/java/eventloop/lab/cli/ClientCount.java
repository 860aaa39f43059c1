package eventloop.lab.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Understands `1000` and `1K`.
final class ClientCount implements ITypeConverter<Integer> {
    private static final Pattern COUNT = Pattern.compile("([1-9]\\d{0,5})([kK]?)");

    @Override
    public Integer convert(String text) {
        var matcher = COUNT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'%s' is no number of clients; write 1000 or 1K".formatted(text));
        }
        int thousands = matcher.group(2).isEmpty() ? 1 : 1000;
        return Math.multiplyExact(Integer.parseInt(matcher.group(1)), thousands);
    }
}
