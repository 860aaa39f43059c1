package eventloop.lab.measure.observe;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Measures something of the machine, in a process of its own, since a process may be told on which processors it
/// has to run.
public final class Probe {
    private Probe() {}

    /// @param placement what to put before a command so that it runs on the right processors
    /// @param program its `main` prints one figure
    /// @return the figure; nothing where it cannot be measured
    public static OptionalDouble figure(List<String> placement, Class<?> program)
            throws InterruptedException {
        try {
            var command =
                    Stream.of(
                                    List.of(Java.executable(), "-XX:+UseSerialGC"),
                                    Java.OWN_WORDS_APART,
                                    List.of("-cp", System.getProperty("java.class.path")),
                                    List.of(program.getName()))
                            .flatMap(List::stream)
                            .toList();
            var probe = Children.run(placement, command);
            return probe.status() == 0
                    ? OptionalDouble.of(Double.parseDouble(probe.output().strip()))
                    : OptionalDouble.empty();
        } catch (IOException | NumberFormatException cannot) {
            return OptionalDouble.empty();
        }
    }
}
