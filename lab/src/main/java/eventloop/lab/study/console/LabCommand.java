package eventloop.lab.study.console;

import eventloop.lab.measure.server.Java;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How the lab's own commands are started in a process of their own: as the launcher does, but from what is running
/// now, so that tests run what they have compiled.
///
/// @param flags of the JVM, besides the usual ones
public record LabCommand(String classPath, List<String> flags) {
    private static final String MAIN = "eventloop.lab.cli.Course";

    /// For programs that live a second.
    private static final List<String> USUAL =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED");

    /// From where this JVM has its classes.
    public static LabCommand fromHere() {
        return new LabCommand(System.getProperty("java.class.path"), List.of());
    }

    /// @param words what follows `./course`
    List<String> line(Path course, List<String> words) {
        var program = List.of("-Dcourse.directory=" + course, "-cp", classPath, MAIN);
        return Stream.of(List.of(Java.executable()), USUAL, flags, program, words)
                .flatMap(List::stream)
                .toList();
    }
}
