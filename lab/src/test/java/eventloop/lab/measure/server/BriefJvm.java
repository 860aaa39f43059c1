package eventloop.lab.measure.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A JVM for a server of a test: it lives for seconds, and the best compiler costs more than it brings until then.
public final class BriefJvm {
    private BriefJvm() {}

    /// @param arguments as they are written
    /// @return a command that runs this class of the tests
    public static List<String> running(Class<?> main, Object... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                Java.executable(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return List.copyOf(command);
    }
}
