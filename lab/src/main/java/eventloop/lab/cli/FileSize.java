package eventloop.lab.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `512`, `64K` or `16M`, and `none` for 0. The units are KiB and MiB, and nobody writes that.
final class FileSize implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KkMm]?)");

    /// The load holds a file in memory, and so does the check of its answer, several times.
    private static final long MOST = 256L << 20;

    @Override
    public Long convert(String text) {
        if (text.equals("none")) {
            return 0L;
        }
        var matcher = SIZE.matcher(text);
        if (!matcher.matches() || bytes(matcher.group(1), matcher.group(2)) > MOST) {
            throw new TypeConversionException(
                    "'%s' is no size of a file; write 512, 64K or 16M, at most 256M"
                            .formatted(text));
        }
        return bytes(matcher.group(1), matcher.group(2));
    }

    private static long bytes(String number, String unit) {
        int shift =
                switch (unit) {
                    case "K", "k" -> 10;
                    case "M", "m" -> 20;
                    default -> 0;
                };
        return Long.parseLong(number) << shift;
    }
}
