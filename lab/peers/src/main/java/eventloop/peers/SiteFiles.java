package eventloop.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The site with its small files in memory, each in the form in which its server sends it. As in step 6, a
/// file below 1 MiB is kept, and a change on the disk is seen after a second.
///
/// For an event loop as well as for threads, virtual or not: two of them may read the same file once more. Holds as
/// much as the site has small files: a site of the course fits, and nobody else's is served.
final class SiteFiles<T> {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /// What there is under a path.
    sealed interface Found<T> {
        record Small<T>(SiteFile file, T content) implements Found<T> {}

        record Large<T>(SiteFile file) implements Found<T> {}

        record Nothing<T>() implements Found<T> {}
    }

    /// Makes of a small file what is sent.
    @FunctionalInterface
    interface Preparation<T> {
        T prepare(SiteFile file, byte[] bytes);
    }

    private record Kept<T>(Found.Small<T> found, long checkedAt) {}

    private final Path root;
    private final Preparation<T> preparation;
    private final Map<String, Kept<T>> small = new ConcurrentHashMap<>();

    SiteFiles(Path root, Preparation<T> preparation) {
        this.root = root;
        this.preparation = preparation;
    }

    /// @param path of the URL, decoded
    /// @throws IOException if the file is there but cannot be read
    Found<T> find(String path) throws IOException {
        long now = System.nanoTime();
        var kept = small.get(path);
        if (kept != null && now - kept.checkedAt() < FRESH_NANOS) {
            return kept.found();
        }
        var found = SiteFile.find(root, path);
        if (found.isEmpty() || found.get().length() >= Peer.LARGE) {
            small.remove(path);
            return found.<Found<T>>map(Found.Large::new).orElseGet(Found.Nothing::new);
        }
        var file = found.get();
        var current =
                kept != null && kept.found().file().equals(file)
                        ? kept.found()
                        : new Found.Small<>(
                                file, preparation.prepare(file, Files.readAllBytes(file.path())));
        small.put(path, new Kept<>(current, now));
        return current;
    }
}
