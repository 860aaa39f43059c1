package eventloop.lab.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Has commands of a test find the course where the test says, and gives back what was said before: other tests run
/// in this JVM.
final class InCourse implements BeforeEachCallback, AfterEachCallback {
    private static final String DIRECTORY = "course.directory";

    private final Optional<Path> usual;
    private String before;

    private InCourse(Optional<Path> usual) {
        this.usual = usual;
    }

    /// That of this checkout.
    static InCourse ofThisCheckout() {
        return new InCourse(Optional.of(Path.of("..")));
    }

    /// Wherever it was, until the test says where.
    static InCourse ofTheTest() {
        return new InCourse(Optional.empty());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        before = System.getProperty(DIRECTORY);
        usual.ifPresent(this::stand);
    }

    void stand(Path course) {
        System.setProperty(DIRECTORY, course.toString());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (before == null) {
            System.clearProperty(DIRECTORY);
        } else {
            System.setProperty(DIRECTORY, before);
        }
    }
}
