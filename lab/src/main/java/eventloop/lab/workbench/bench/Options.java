package eventloop.lab.workbench.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What JMH is told where the user says nothing else: a run that is over in minutes. For figures to be
/// trusted, more forks: `./course jmh 4 -- -f 5`.
final class Options {
    private static final Map<String, String> DEFAULTS =
            new TreeMap<>(
                    Map.of(
                            "-f", "1",
                            "-wi", "3",
                            "-w", "1s",
                            "-i", "5",
                            "-r", "1s",
                            "-prof", "gc",
                            "-foe", "true"));

    private Options() {}

    /// JMH takes most options only once, so a default stands back behind what is given.
    static List<String> withDefaults(List<String> given) {
        var options = new ArrayList<String>();
        DEFAULTS.forEach((name, value) -> {
            if (given.stream().noneMatch(argument -> sets(argument, name))) {
                options.add(name);
                options.add(value);
            }
        });
        options.addAll(given);
        return options;
    }

    /// `-f 2` as well as `-f2`.
    private static boolean sets(String argument, String name) {
        return argument.matches(Pattern.quote(name) + "(\\d.*)?");
    }
}
