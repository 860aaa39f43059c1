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

    private final List<Option> known;
    private final Map<Option, String> given;

    private CommandLine(List<Option> known, Map<Option, String> given) {
        this.known = known;
        this.given = given;
    }

    /// @throws UsageException for an option that is not among `known`, or one without its value
    public static CommandLine parse(List<Option> known, String... arguments) throws UsageException {
        var given = new HashMap<Option, String>();
        for (int i = 0; i < arguments.length; i++) {
            var parts = arguments[i].split("=", 2);
            var option = find(known, parts[0]);
            if (option.isFlag() && parts.length == 2) {
                throw new UsageException(option.name() + " takes no value");
            } else if (option.isFlag()) {
                given.put(option, option.defaultValue());
            } else if (parts.length == 2) {
                given.put(option, parts[1]);
            } else if (i + 1 < arguments.length) {
                given.put(option, arguments[++i]);
            } else {
                throw new UsageException(option.name() + " needs a value");
            }
        }
        return new CommandLine(known, given);
    }

    private static Option find(List<Option> known, String name) throws UsageException {
        for (var option : known) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        throw new UsageException("unknown option " + name);
    }

    /// Whether the user gave it.
    public boolean has(Option option) {
        checkKnown(option);
        return given.containsKey(option);
    }

    /// What the user gave, or the default.
    public String text(Option option) {
        checkKnown(option);
        return given.getOrDefault(option, option.defaultValue());
    }

    public int number(Option option, int least, int most) throws UsageException {
        if (text(option).matches("\\d{1,9}")) {
            int number = Integer.parseInt(text(option));
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw outOfRange(option, "a whole number", Integer.toString(least), Integer.toString(most));
    }

    /// Seconds, whole or with a fraction: `30`, `0.5`.
    public Duration seconds(Option option, double least, double most) throws UsageException {
        if (text(option).matches("\\d{1,9}(\\.\\d{1,9})?")) {
            double seconds = Double.parseDouble(text(option));
            if (seconds >= least && seconds <= most) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        }
        throw outOfRange(option, "seconds", plain(least), plain(most));
    }

    /// A size in bytes, with k, m or g behind it for KiB, MiB or GiB.
    public long bytes(Option option, long least, long most) throws UsageException {
        var match = SIZE.matcher(text(option));
        if (match.matches()) {
            int unit = UNITS.indexOf(match.group(2).toLowerCase(Locale.ROOT));
            long units = Long.parseLong(match.group(1));
            long bytes = units << 10 * unit;
            // Compared before they become bytes, of which there may be more than a long can count.
            if (units <= most >> 10 * unit && bytes >= least) {
                return bytes;
            }
        }
        throw outOfRange(option, "bytes", plainBytes(least), plainBytes(most));
    }

    public <E extends Enum<E>> E choice(Option option, Class<E> choices) throws UsageException {
        for (var choice : choices.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(text(option))) {
                return choice;
            }
        }
        var names =
                Arrays.stream(choices.getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList();
        throw new UsageException(
                "%s must be one of %s, not '%s'"
                        .formatted(option.name(), String.join(", ", names), text(option)));
    }

    /// Nobody can give an option that the program does not tell of: to read one is a fault of ours.
    private void checkKnown(Option option) {
        if (!known.contains(option)) {
            throw new IllegalArgumentException(
                    option.name() + " is not among the options of this program");
        }
    }

    private UsageException outOfRange(Option option, String what, String least, String most) {
        return new UsageException(
                "%s must be %s from %s to %s, not '%s'"
                        .formatted(option.name(), what, least, most, text(option)));
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
