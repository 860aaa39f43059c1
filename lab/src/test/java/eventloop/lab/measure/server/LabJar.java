package eventloop.lab.measure.server;

import java.nio.file.Path;
import java.util.spi.ToolProvider;

/// The lab's classes as a jar: Maven tests them in a directory, and of a directory no JVM puts classes into an archive.
public final class LabJar {
    private LabJar() {}

    public static Path in(Path directory) {
        var jar = directory.resolve("lab.jar");
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-cf0", jar.toString(), "-C", "target/classes", ".");
        return jar;
    }
}
