package eventloop.lab.speed;

import eventloop.lab.server.Launch;
import eventloop.lab.server.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server in Java with more flags for its JVM. If they choose a garbage collector, it is chosen instead of the
/// usual one.
record WithFlags(ServerUnderTest server, List<String> flags) implements ServerUnderTest {
    private static final String COLLECTOR = "-XX:\\+Use\\w+GC";

    @Override
    public String name() {
        return server.name() + " " + String.join(" ", flags);
    }

    @Override
    public Optional<String> missing() {
        return server.missing();
    }

    @Override
    public Launch launch(Path root) throws IOException {
        return switch (server.launch(root)) {
            case Launch.Announced(var command) -> new Launch.Announced(in(command));
            case Launch.Silent(var command, var address, var directory) ->
                    new Launch.Silent(in(command), address, directory);
        };
    }

    /// Behind the program's name.
    List<String> in(List<String> command) {
        boolean choose = flags.stream().anyMatch(flag -> flag.matches(COLLECTOR));
        return Stream.of(
                        Stream.of(command.getFirst()),
                        flags.stream(),
                        command.stream()
                                .skip(1)
                                .filter(word -> !(choose && word.matches(COLLECTOR))))
                .flatMap(words -> words)
                .toList();
    }
}
