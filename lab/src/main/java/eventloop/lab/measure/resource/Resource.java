package eventloop.lab.measure.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A file on the class path.
public final class Resource {
    private Resource() {}

    /// @param owner the class beside which the file lies
    public static String text(Class<?> owner, String name) {
        try (var stream = owner.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }
}
