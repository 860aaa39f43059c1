package eventloop.lab.measure.result;

import java.util.Map;
import java.util.stream.Stream;

/// Where a run is not like the one before it, in words: what differs there does not belong into one table.
public final class Differences {
    private Differences() {}

    /// @return `processors (4, not 2)`; nothing if both are the same
    public static Stream<String> in(String part, Object here, Object before) {
        return here.equals(before)
                ? Stream.empty()
                : Stream.of("%s (%s, not %s)".formatted(part, here, before));
    }

    /// Of servers that are in both, by name.
    public static Stream<String> inVersions(Map<String, String> here, Map<String, String> before) {
        return here.keySet().stream()
                .sorted()
                .filter(before::containsKey)
                .flatMap(server ->
                        in(server, withoutAge(here.get(server)), withoutAge(before.get(server))));
    }

    /// As in `nginx 1.22.1, 4 years old`: a birthday makes no other server of it.
    private static String withoutAge(String version) {
        return version.split(",")[0];
    }
}
