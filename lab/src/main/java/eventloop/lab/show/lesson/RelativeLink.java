package eventloop.lab.show.lesson;

import java.nio.file.Path;

/// The way from one place of the course to another, as a page has it on every system.
public final class RelativeLink {
    private RelativeLink() {}

    public static String from(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }
}
