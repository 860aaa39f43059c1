package eventloop.lab.study.peers;

import eventloop.lab.measure.rival.Program;
import eventloop.lab.measure.rival.Release;
import eventloop.lab.measure.rival.Rival;
import eventloop.lab.measure.rival.Rivals;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server that can be asked: one of others as it is installed here, or a step.
///
/// @param version empty for a step, which has that of the course
/// @param step its number, if it is one
public record PeerServer(
        ServerUnderTest server, String name, String version, Optional<Integer> step) {
    /// Those that answer by a file server of their own authors; and node, which has none, by the course's small one.
    private static final List<String> RIVALS =
            List.of("nginx", "lighttpd", "h2o", "node", "jetty", "undertow", "tomcat", "vertx");

    private static final Program PYTHON =
            new Program("python3", "--version", "apt-get install python3");

    /// All that this machine has, without building any: others first, then the steps.
    ///
    /// @param course its directory
    public static List<PeerServer> installed(Path course) throws IOException {
        var rivals = Rivals.in(course).named(RIVALS).stream();
        return Stream.of(
                        rivals.filter(rival -> rival.missing().isEmpty() && !rival.needsBuild())
                                .map(PeerServer::of),
                        Stream.of(jwebserver()),
                        PYTHON.version().map(PeerServer::python).stream(),
                        Step.in(course).stream().map(PeerServer::of))
                .flatMap(servers -> servers)
                .toList();
    }

    private static PeerServer of(Rival rival) {
        var version = rival.release().map(Release::version).orElse("");
        return new PeerServer(rival, rival.name(), version, Optional.empty());
    }

    static PeerServer of(Step step) {
        return new PeerServer(step, "step " + step.number(), "", Optional.of(step.number()));
    }

    private static PeerServer jwebserver() {
        return new PeerServer(
                CommandServer.jwebserver(),
                "jwebserver",
                System.getProperty("java.version"),
                Optional.empty());
    }

    private static PeerServer python(String version) {
        return new PeerServer(
                CommandServer.python(PYTHON.command()),
                "Python's http.server",
                version,
                Optional.empty());
    }

    /// As in `nginx 1.22.1`.
    String title() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
