package eventloop.lab.workbench.bench;

import eventloop.lab.measure.server.BuildLock;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The benchmarks that stand beside one module's tests.
///
/// @param course the course's directory
/// @param module the name of the module and of its directory
public record Benchmarks(Path course, String module) {
    /// JMH itself, on a JDK of today.
    private static final List<String> JVM_FLAGS =
            List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    private static final Path CLASS_PATH = Path.of("target", "test-class-path");
    private static final String LIST = "META-INF/BenchmarkList";

    /// Compiles modules, and those they need, and notes their class paths.
    ///
    /// @return whether that went well; if not, Maven has said why
    public static boolean compile(Path course, String maven, List<String> modules)
            throws IOException, InterruptedException {
        var command =
                List.of(
                        maven,
                        "--quiet",
                        "--batch-mode",
                        "--projects",
                        String.join(",", modules),
                        "--also-make",
                        "-Dmdep.outputFile=" + CLASS_PATH,
                        "test-compile",
                        "org.apache.maven.plugins:maven-dependency-plugin:build-classpath");
        try (var _ = BuildLock.take(course)) {
            return Children.runInForeground(command, course) == 0;
        }
    }

    /// Whether there are any. Known once they are compiled.
    public boolean exist() throws IOException {
        return !classes(testClasses()).isEmpty();
    }

    /// Runs them; JMH says on the terminal how it goes.
    ///
    /// @param options of JMH; more than the usual ones, or instead of them
    /// @return whether all went well
    public boolean run(List<String> options, Path result) throws IOException, InterruptedException {
        var directory = course.resolve(module);
        var dependencies = Files.readString(directory.resolve(CLASS_PATH)).strip();
        var classPath =
                String.join(
                        File.pathSeparator,
                        testClasses().toString(),
                        directory.resolve("target/classes").toString(),
                        dependencies);
        var command =
                Stream.of(
                                List.of(Java.executable()),
                                JVM_FLAGS,
                                List.of("-cp", classPath, "org.openjdk.jmh.Main"),
                                Options.withDefaults(options),
                                List.of("-rf", "json", "-rff", result.toString()),
                                others(dependencies))
                        .flatMap(List::stream)
                        .toList();
        return Children.runInForeground(command, course) == 0;
    }

    private Path testClasses() {
        return course.resolve(module).resolve("target/test-classes");
    }

    /// Earlier steps bring their benchmarks along on the class path: leaves them out.
    private static List<String> others(String classPath) throws IOException {
        var others = new ArrayList<String>();
        for (var entry : classPath.split(File.pathSeparator)) {
            others.addAll(classes(Path.of(entry)));
        }
        return others.isEmpty()
                ? List.of()
                : List.of("-e", String.join(",", others.stream().distinct().toList()));
    }

    /// The classes with benchmarks in a directory of classes, from the list that JMH writes at compile time:
    /// `JMH S 22 eventloop.http.ParserBe… S 47 …`, a benchmark a line.
    private static List<String> classes(Path directory) throws IOException {
        var list = directory.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return List.of();
        }
        try (var lines = Files.lines(list)) {
            return lines.filter(line -> line.startsWith("JMH "))
                    .map(line -> line.split(" ")[3])
                    .distinct()
                    .toList();
        }
    }
}
