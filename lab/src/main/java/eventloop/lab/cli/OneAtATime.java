package eventloop.lab.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held while a command measures: two at once, also from two checkouts, would measure each other. (Two of one user:
/// of another's the results say that other programs took a part of the processors.) The operating system lets it go
/// with its process, however that ends.
record OneAtATime(FileChannel file) implements AutoCloseable {
    /// @throws AlreadyMeasuringException if another one measures
    static OneAtATime begin() throws IOException {
        var path =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "course-measures-%s.lock".formatted(System.getProperty("user.name")));
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new AlreadyMeasuringException();
        }
        return new OneAtATime(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
