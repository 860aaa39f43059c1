package eventloop.lab.show.report;

import eventloop.lab.show.report.plot.Look;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Gives every server its look, the same in all pictures of a report.
final class Looks {
    static final String NODE = "node";

    private static final Pattern STEP = Pattern.compile("step(\\d\\d)-.*");

    private final Map<String, Look> looks = new LinkedHashMap<>();

    Looks(List<String> servers) {
        var numbers = new HashSet<Integer>();
        int others = 0;
        for (var server : servers) {
            var number = stepNumber(server);
            looks.put(
                    server,
                    number.isPresent()
                            ? Look.ofStep(number.getAsInt(), !numbers.add(number.getAsInt()))
                            : Look.ofOther(others++));
        }
    }

    Look of(String server) {
        return looks.get(server);
    }

    /// Which step a server is, if it is one of the course's.
    static OptionalInt stepNumber(String server) {
        var matcher = STEP.matcher(server);
        return matcher.matches()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }
}
