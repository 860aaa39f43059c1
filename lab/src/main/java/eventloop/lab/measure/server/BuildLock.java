package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held while Maven builds something of a checkout: two builds would tear each other's files away. The launcher's own
/// builds hold the same (`lab/build/Alone.java`). The operating system lets it go with its process, however that ends.
public record BuildLock(FileChannel file) implements AutoCloseable {
    /// Waits for the end of another process's build.
    public static BuildLock take(Path course) throws IOException {
        var place = Files.createDirectories(course.resolve("target")).resolve("lock");
        var file = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            System.err.println("another build of this course is under way: waiting for its end");
            file.lock();
        }
        return new BuildLock(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
