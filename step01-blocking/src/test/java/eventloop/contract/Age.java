package eventloop.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/// Files grow old: one that has just been changed might change once more within the same tick of the file
/// system's clock, so a server does not trust its time yet.
public final class Age {
    private static final Duration OLD = Duration.ofMillis(100);

    private Age() {}

    /// Waits until the last change of the file is certainly the last one of its tick.
    public static void await(Path file) {
        Awaitility.await().until(() -> isOld(file));
    }

    private static boolean isOld(Path file) throws IOException {
        var views = file.getFileSystem().supportedFileAttributeViews();
        var time = views.contains("unix") ? "unix:ctime" : "lastModifiedTime";
        var changed = ((FileTime) Files.getAttribute(file, time)).toInstant();
        return Duration.between(changed, Instant.now()).compareTo(OLD) > 0;
    }
}
