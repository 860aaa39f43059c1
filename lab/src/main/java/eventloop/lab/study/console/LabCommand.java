package eventloop.lab.study.console;

import eventloop.lab.measure.server.Java;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How the lab's own commands are started in a process of their own: as the launcher does, but from what is running
/// now, so that tests run what they have compiled.
final class LabCommand {
    private static final String MAIN = "eventloop.lab.cli.Course";

    /// For programs that live a second.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED");

    private LabCommand() {}

    /// @param words what follows `./course`
    static List<String> of(Path course, List<String> words) {
        var program =
                List.of(
                        "-Dcourse.directory=" + course,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN);
        return Stream.of(List.of(Java.executable()), FLAGS, program, words)
                .flatMap(List::stream)
                .toList();
    }
}
