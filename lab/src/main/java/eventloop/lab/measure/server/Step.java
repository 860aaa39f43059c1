package eventloop.lab.measure.server;

import eventloop.lab.measure.resource.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One of the course's own servers, in its jar.
public record Step(int number, String name, Path jar) implements ServerUnderTest {
    /// The same for all, so that they differ in nothing but themselves; and the same for `./course run`, whose
    /// launcher reads them where they are read here.
    public static final List<String> JVM_FLAGS = flags();

    private static final int FIRST_THAT_SHARES_ITS_PORT = 7;

    /// One word behind the number: a student's notes, or a copy, may lie beside it.
    private static final Pattern DIRECTORY = Pattern.compile("step(\\d\\d)-[a-z]+");

    private static List<String> flags() {
        return Resource.text(Step.class, "server.jvm")
                .lines()
                .filter(line -> line.startsWith("-"))
                .toList();
    }

    /// All steps of the course in `directory`, first to last.
    public static List<Step> in(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).sorted().flatMap(Step::from).toList();
        }
    }

    /// Whether there are steps in `directory` that could be started.
    public static boolean areBuilt(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        var steps = in(directory);
        return !steps.isEmpty() && steps.stream().allMatch(step -> Files.exists(step.jar()));
    }

    private static Stream<Step> from(Path directory) {
        var name = directory.getFileName().toString();
        var matcher = DIRECTORY.matcher(name);
        return matcher.matches()
                ? Stream.of(
                        new Step(
                                Integer.parseInt(matcher.group(1)),
                                name,
                                directory.resolve("target").resolve(name + ".jar")))
                : Stream.empty();
    }

    @Override
    public boolean sharesPort() {
        return number >= FIRST_THAT_SHARES_ITS_PORT;
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(command(root));
    }

    private List<String> command(Path root) {
        return Stream.of(
                        List.of(Java.executable()),
                        JVM_FLAGS,
                        List.of("-jar", jar.toString()),
                        List.of("--host", "127.0.0.1", "--port", "0", "--root", root.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
