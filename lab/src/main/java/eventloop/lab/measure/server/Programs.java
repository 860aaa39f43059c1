package eventloop.lab.measure.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is installed on this machine.
public final class Programs {
    /// Where servers are installed, and what is not on everybody's path.
    private static final List<String> SERVERS = List.of("/usr/sbin", "/usr/local/sbin");

    private static final List<String> SUFFIXES = List.of("", ".exe");

    private Programs() {}

    /// The program that a shell would start by this name, which may be an absolute path.
    public static Optional<Path> find(String name) {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.concat(Stream.of(path), SERVERS.stream())
                .filter(directory -> !directory.isEmpty())
                .flatMap(d -> SUFFIXES.stream().map(suffix -> Path.of(d).resolve(name + suffix)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
