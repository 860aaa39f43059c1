package eventloop.lab.measure.rival;

import eventloop.lab.measure.load.NettyFlags;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One of the Java servers of the module `peers`. It runs with the flags of the steps: with the same collector, and
/// with the same heap, which is as large as the hungriest of them all needs; and with those that it asks for itself.
record JavaRival(String name, PeersBuild build) implements Rival {
    /// In every JDK, and of its version.
    private static final String OF_THE_JDK = "jdk";

    /// As the peers' main knows them.
    private static final List<String> NAMES =
            List.of(
                    "netty",
                    "netty-io-uring",
                    "undertow",
                    "jetty",
                    "tomcat",
                    "vertx",
                    "vertx-memory",
                    "helidon",
                    "microhttp",
                    "activej",
                    "robaho",
                    "smart-http",
                    OF_THE_JDK);

    /// Netty, and what is made with it.
    private static final Set<String> ON_NETTY =
            Set.of("netty", "netty-io-uring", "vertx", "vertx-memory");

    static List<JavaRival> all(Path course) {
        var build = new PeersBuild(course);
        return NAMES.stream().map(name -> new JavaRival(name, build)).toList();
    }

    @Override
    public Optional<Release> release() {
        return name.equals(OF_THE_JDK)
                ? Optional.of(
                        new Release(
                                System.getProperty("java.version"),
                                Optional.of(
                                        LocalDate.parse(System.getProperty("java.version.date")))))
                : build.releaseOf(name);
    }

    @Override
    public Optional<String> missing() {
        return build.missing();
    }

    @Override
    public boolean needsBuild() {
        return build.isStale();
    }

    @Override
    public Launch launch(Path root) throws IOException {
        var directory = TemporaryDirectory.create(name);
        return new Launch.Announced(
                Stream.of(
                                List.of(Java.executable()),
                                Step.JVM_FLAGS,
                                ON_NETTY.contains(name) ? NettyFlags.FLAGS : List.<String>of(),
                                List.of("-Djava.io.tmpdir=" + directory.path()),
                                List.of("-jar", build.jar().toString(), name),
                                List.of("--port", "0", "--root", root.toString()))
                        .flatMap(List::stream)
                        .toList(),
                Optional.of(directory));
    }
}
