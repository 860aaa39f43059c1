package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RivalsTest {
    private final Rivals rivals = Rivals.in(Path.of("course"));

    @Test
    void areFoundByTheirNamesInTheOrderTheyAreNamed() {
        assertThat(rivals.named(List.of("nginx", "netty", "node")))
                .extracting(Rival::name)
                .containsExactly("nginx", "netty", "node");
    }

    @Test
    void allStandsForAllOfThem() {
        assertThat(rivals.named(List.of("all"))).isEqualTo(rivals.all());
        assertThat(rivals.all())
                .extracting(Rival::name)
                .containsExactly(
                        "node",
                        "nginx",
                        "nginx-no-sendfile",
                        "nginx-return",
                        "h2o",
                        "lighttpd",
                        "bun",
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
                        "jdk");
    }

    @Test
    void whoeverIsNamedTwiceIsMeasuredOnce() {
        assertThat(rivals.named(List.of("jetty", "all", "jetty")))
                .hasSameSizeAs(rivals.all())
                .first()
                .extracting(Rival::name)
                .isEqualTo("jetty");
    }

    @Test
    void unknownNameGivesThoseThatAreKnown() {
        assertThatThrownBy(() -> rivals.named(List.of("node", "apache")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no server 'apache'; there are: %s, all"
                                .formatted(String.join(", ", rivals.names())));
    }
}
