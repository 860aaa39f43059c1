package eventloop.exercises.step03.ownserver;

import eventloop.http.Request;
import eventloop.selector.Loop;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a program of the exercises is started as a process of its own.
final class Program {
    private Program() {}

    /// With the HTTP of step 1 beside it. Its memory and its start are kept small.
    ///
    /// @param program with a `main`
    static List<String> inJava(Class<?> program, String... arguments) {
        var classPath =
                Stream.of(program, Request.class, Loop.class)
                        .map(Program::placeOf)
                        .collect(Collectors.joining(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath,
                                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String placeOf(Class<?> one) {
        var place = one.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(place.toString())).toString();
    }
}
