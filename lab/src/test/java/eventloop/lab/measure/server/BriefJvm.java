package eventloop.lab.measure.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A JVM for a program of a test: it lives for seconds, and the best compiler costs more than it brings until then.
public final class BriefJvm {
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private BriefJvm() {}

    /// A step of which a test starts one or two: not enough for an archive of its classes, which costs a second to make.
    public static ServerUnderTest of(Step step) {
        return new WithFlags(step, List.of(QUICK_COMPILER));
    }

    /// @param words behind the flags that make it brief: what it is to run, and what that is told
    public static List<String> with(String... words) {
        return Stream.concat(
                        Stream.of(Java.executable(), "-XX:+UseSerialGC", QUICK_COMPILER),
                        Stream.of(words))
                .toList();
    }

    /// @param arguments as they are written
    /// @return a command that runs this class of the tests
    public static List<String> running(Class<?> main, Object... arguments) {
        return running(List.of(), main, arguments);
    }

    /// @param properties of the system, as they are written: `-Dname=value`
    public static List<String> running(
            List<String> properties, Class<?> main, Object... arguments) {
        var words = new ArrayList<>(properties);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(words::add);
        return with(words.toArray(String[]::new));
    }
}
