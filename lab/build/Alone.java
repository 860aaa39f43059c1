import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Runs a command while nobody else does under the same lock: two builds of one checkout would tear each
/// other's files away.
///
/// `java lab/build/Alone.java LOCK COMMAND…`
///
/// The lock is the operating system's and ends with this process, however that ends. The exit status is the
/// command's.
class Alone {
    public static void main(String[] arguments) throws Exception {
        var command = List.of(arguments).subList(1, arguments.length);
        try (var file =
                        FileChannel.open(
                                Path.of(arguments[0]),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock(file)) {
            System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
        }
    }

    private static FileLock lock(FileChannel file) throws IOException {
        var lock = file.tryLock();
        if (lock != null) {
            return lock;
        }
        System.err.println("another build of this course is under way: waiting for its end");
        return file.lock();
    }
}
