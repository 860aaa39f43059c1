package eventloop.lab.measure.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A directory that does not outlive the lab, unless the lab is ended by force.
public final class TemporaryDirectory implements AutoCloseable {
    private static final Set<TemporaryDirectory> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(TemporaryDirectory::removeAll, "temporary"));
    }

    private final Path path;

    private TemporaryDirectory(Path path) {
        this.path = path;
        OPEN.add(this);
    }

    /// Nobody may write to them any more.
    private static void removeAll() {
        Children.endAll();
        OPEN.forEach(TemporaryDirectory::close);
    }

    public static TemporaryDirectory create(String prefix) throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory(prefix));
    }

    public static TemporaryDirectory createIn(Path parent, String prefix) throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory(parent, prefix));
    }

    public Path path() {
        return path;
    }

    /// Removes it with all that is in it. What cannot be removed stays: it is in the system's own place for
    /// such things. Who closes it a second time waits until that is done, as the end of the lab must.
    @Override
    public synchronized void close() {
        try (var entries = Files.walk(path)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException | UncheckedIOException stays) {
            // Nobody can do more about it.
        }
        OPEN.remove(this);
    }
}
