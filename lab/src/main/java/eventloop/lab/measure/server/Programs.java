package eventloop.lab.measure.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What is installed on this machine.
public final class Programs {
    /// Where servers are installed, and what is not on everybody's path.
    private static final List<String> SERVERS = List.of("/usr/sbin", "/usr/local/sbin");

    private static final boolean IS_WINDOWS = File.separatorChar == '\\';

    /// A shell of Linux does not add it, and finds none of Windows' programs by it, though WSL has these on its path.
    private static final List<String> SUFFIXES = IS_WINDOWS ? List.of("", ".exe") : List.of("");

    private Programs() {}

    /// Directories, as the system writes them; empty where nothing is said.
    public static String path() {
        // Windows calls it Path. The map of all variables is particular about that, this is not.
        return Objects.requireNonNullElse(System.getenv("PATH"), "");
    }

    /// The program that a shell would start by this name, which may be an absolute path.
    public static Optional<Path> find(String name) {
        var directories = Stream.of(path().split(File.pathSeparator));
        return Stream.concat(directories, SERVERS.stream())
                // Windows takes quotes around a directory, and blanks behind it.
                .map(directory -> IS_WINDOWS ? directory.replace("\"", "").strip() : directory)
                .filter(directory -> !directory.isEmpty())
                .flatMap(d -> SUFFIXES.stream().map(suffix -> Path.of(d).resolve(name + suffix)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
