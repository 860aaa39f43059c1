package eventloop.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.rival.Rival;
import eventloop.lab.measure.rival.RivalContract;
import eventloop.lab.measure.rival.Rivals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerTest {
    private static final Path JARS = Path.of("target", "lib");

    /// Jars that can be built again byte for byte have no dates, or this one.
    private static final LocalDate CONSTANT = LocalDate.of(1980, 2, 1);

    @Test
    void labKnowsEveryPeerAndItsVersion() {
        var titles = Rivals.in(RivalContract.COURSE).all().stream().map(Rival::title).toList();

        assertThat(Stream.of(Peer.values()).map(Peer::toString))
                .allSatisfy(name ->
                        assertThat(titles).anyMatch(title -> title.matches(name + " \\d+\\..*")));
    }

    @ParameterizedTest
    @CsvSource({
        "netty, netty-codec-http-",
        "undertow, undertow-core-",
        "jetty, jetty-server-",
        "tomcat, tomcat-embed-core-",
        "vertx, vertx-web-5",
        "helidon, helidon-webserver-static-content-",
        "microhttp, microhttp-",
        "activej, activej-http-",
        "smart-http, smart-http-server-",
        "robaho, httpserver-"
    })
    void dateBesideAVersionIsThatOfTheClassesInTheJar(String peer, String jar) throws Exception {
        var built = newestEntry(jar);
        assumeThat(built).isNotEqualTo(CONSTANT);

        assertThat(noted(peer)).endsWith(" of " + built);
    }

    private static String noted(String peer) throws IOException {
        try (var peers = new JarFile("target/peers.jar")) {
            return peers.getManifest().getAttributes("versions").getValue(peer);
        }
    }

    private static LocalDate newestEntry(String prefix) throws IOException {
        try (var files = Files.list(JARS)) {
            var file =
                    files.filter(path -> path.getFileName().toString().startsWith(prefix))
                            .findFirst()
                            .orElseThrow();
            try (var jar = new JarFile(file.toFile())) {
                return jar.stream()
                        .map(entry -> entry.getTimeLocal().toLocalDate())
                        .max(LocalDate::compareTo)
                        .orElseThrow();
            }
        }
    }
}
