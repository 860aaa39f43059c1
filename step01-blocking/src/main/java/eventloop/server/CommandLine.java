package eventloop.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The values the user gave, checked. Both `--port 80` and `--port=80` are understood.
public final class CommandLine {
    /// Each 1024 times the one before.
    private static final List<String> UNITS = List.of("", "k", "m", "g");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kKmMgG]?)");

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
            if (option.isFlag() && parts.length == 2) {
                throw new UsageException(option.name() + " takes no value");
            } else if (option.isFlag()) {
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
        if (text(name).matches("\\d{1,9}")) {
            int number = Integer.parseInt(text(name));
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw outOfRange(name, "a whole number", Integer.toString(least), Integer.toString(most));
    }

    /// Whole or broken seconds: `30`, `0.5`.
    public Duration seconds(String name, double least, double most) throws UsageException {
        if (text(name).matches("\\d{1,9}(\\.\\d{1,9})?")) {
            double seconds = Double.parseDouble(text(name));
            if (seconds >= least && seconds <= most) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        }
        throw outOfRange(name, "seconds", plain(least), plain(most));
    }

    /// A size in bytes, with k, m or g behind it for KiB, MiB or GiB.
    public long bytes(String name, long least, long most) throws UsageException {
        var match = SIZE.matcher(text(name));
        if (match.matches()) {
            int unit = UNITS.indexOf(match.group(2).toLowerCase(Locale.ROOT));
            long units = Long.parseLong(match.group(1));
            long bytes = units << 10 * unit;
            // Compared before they become bytes, of which there may be more than a long can count.
            if (units <= most >> 10 * unit && bytes >= least) {
                return bytes;
            }
        }
        throw outOfRange(name, "bytes", plainBytes(least), plainBytes(most));
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

    private UsageException outOfRange(String name, String what, String least, String most) {
        return new UsageException(
                "%s must be %s from %s to %s, not '%s'"
                        .formatted(name, what, least, most, text(name)));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String plainBytes(long bytes) {
        int unit = 0;
        while (unit + 1 < UNITS.size() && bytes > 0 && bytes % 1024 == 0) {
            bytes /= 1024;
            unit++;
        }
        return bytes + UNITS.get(unit);
    }
}
