package eventloop.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The values the user gave, checked. Both `--port 80` and `--port=80` are understood.
public final class CommandLine {
    private final Map<String, String> values;

    private CommandLine(Map<String, String> values) {
        this.values = values;
    }

    /// @throws UsageException for an option that is not among `known`, or one without its value
    public static CommandLine parse(List<Option> known, String... arguments) throws UsageException {
        var values = new HashMap<String, String>();
        known.forEach(option -> values.put(option.name(), option.standard()));
        for (int i = 0; i < arguments.length; i++) {
            var parts = arguments[i].split("=", 2);
            var option = find(known, parts[0]);
            if (option.isFlag()) {
                values.put(option.name(), "given");
            } else if (parts.length == 2) {
                values.put(option.name(), parts[1]);
            } else if (i + 1 < arguments.length) {
                values.put(option.name(), arguments[++i]);
            } else {
                throw new UsageException(option.name() + " needs a value");
            }
        }
        return new CommandLine(values);
    }

    private static Option find(List<Option> known, String name) throws UsageException {
        for (var option : known) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        throw new UsageException("unknown option " + name);
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public int number(String name, int least, int most) throws UsageException {
        return (int) whole(name, text(name), least, most);
    }

    /// Whole or broken seconds: `30`, `0.5`.
    public Duration seconds(String name, double least, double most) throws UsageException {
        try {
            double seconds = Double.parseDouble(text(name));
            if (seconds >= least && seconds <= most) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with the range.
        }
        throw new UsageException(
                "%s must be seconds from %s to %s, not '%s'"
                        .formatted(name, plain(least), plain(most), text(name)));
    }

    /// A size in bytes, with k, m or g behind it for KiB, MiB or GiB.
    public long bytes(String name, long least, long most) throws UsageException {
        var text = text(name).toLowerCase(Locale.ROOT);
        int unit = text.isEmpty() ? -1 : "kmg".indexOf(text.charAt(text.length() - 1));
        var digits = unit < 0 ? text : text.substring(0, text.length() - 1);
        long factor = 1L << 10 * (unit + 1);
        return whole(name, digits, ceiling(least, factor), most / factor) * factor;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> choices) throws UsageException {
        for (var choice : choices.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(text(name))) {
                return choice;
            }
        }
        var names =
                Arrays.stream(choices.getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList();
        throw new UsageException(
                "%s must be one of %s, not '%s'"
                        .formatted(name, String.join(", ", names), text(name)));
    }

    private long whole(String name, String digits, long least, long most) throws UsageException {
        try {
            long number = Long.parseLong(digits);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with the range.
        }
        throw new UsageException(
                "%s must be a whole number from %d to %d, not '%s'"
                        .formatted(name, least, most, text(name)));
    }

    private static long ceiling(long value, long divisor) {
        return (value + divisor - 1) / divisor;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
