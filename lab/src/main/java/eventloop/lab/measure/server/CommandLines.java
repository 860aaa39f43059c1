package eventloop.lab.measure.server;

import java.util.List;
import java.util.stream.Stream;

/// Command lines, as the words of which they are made.
public final class CommandLines {
    private CommandLines() {}

    /// One behind the other: a program and what is put before it, or behind it.
    public static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
