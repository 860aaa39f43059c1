package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// All rivals there are, in the order of the tables: the one of the demo plan first.
///
/// @param all for the course in one directory
public record Rivals(List<Rival> all) {
    /// Stands for all of them.
    public static final String ALL = "all";

    public static Rivals in(Path course) {
        return new Rivals(
                Stream.concat(
                                Stream.<Rival>of(
                                        new Node(course),
                                        new Nginx(Nginx.Way.SENDFILE),
                                        new Nginx(Nginx.Way.COPYING),
                                        new Nginx(Nginx.Way.RETURN),
                                        new H2o(),
                                        new Lighttpd(),
                                        new Bun(course)),
                                JavaRival.all(course).stream())
                        .toList());
    }

    public List<String> names() {
        return all.stream().map(Rival::name).toList();
    }

    /// @return each of those named, once
    /// @throws IllegalArgumentException if there is none of a name; the message lists those there are
    public List<Rival> named(List<String> names) {
        return names.stream().flatMap(this::named).distinct().toList();
    }

    private Stream<Rival> named(String name) {
        if (name.equals(ALL)) {
            return all.stream();
        }
        return Stream.of(
                all.stream()
                        .filter(rival -> rival.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(unknown(name))));
    }

    private String unknown(String name) {
        return Servers.unknown(name, Stream.concat(names().stream(), Stream.of(ALL)).toList());
    }
}
