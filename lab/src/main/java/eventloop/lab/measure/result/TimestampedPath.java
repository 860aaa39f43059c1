package eventloop.lab.measure.result;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// Files and directories that are named after the moment in which they are made: none takes another's place, also if
/// two are made in the same second.
public final class TimestampedPath {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    /// Makes something at a place, or moves it there.
    @FunctionalInterface
    public interface Maker {
        /// @throws FileAlreadyExistsException if something is there
        void makeAt(Path place) throws IOException;
    }

    private TimestampedPath() {}

    /// @param name with `%s` for the date
    /// @return where it is
    public static Path make(Path directory, String name, Maker maker) throws IOException {
        var date = DATE.format(LocalDateTime.now());
        for (int number = 1; ; number++) {
            var place = directory.resolve(name.formatted(number == 1 ? date : date + "-" + number));
            try {
                maker.makeAt(place);
                return place;
            } catch (FileAlreadyExistsException taken) {
                // The next number may be free.
            }
        }
    }
}
