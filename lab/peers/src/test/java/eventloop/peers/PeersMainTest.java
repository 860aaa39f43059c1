package eventloop.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is typed wrong gives one line, the usage and status 2.
class PeersMainTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @ParameterizedTest
    @CsvSource({
        "apache --root ., there is no peer apache; there are: netty",
        "netty, --root",
        "netty --root nowhere, there is no such directory as nowhere",
        "netty --root . --port 70000, --port must be from 0 to 65535"
    })
    void badOptionGivesOneLineAndTheUsage(String line, String reason) throws Exception {
        var command = List.of(JAVA.toString(), "-jar", "target/peers.jar");
        var process =
                new ProcessBuilder(
                                Stream.concat(command.stream(), Stream.of(line.split(" ")))
                                        .toList())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(output.lines().toList()).hasSize(2);
        assertThat(output).startsWith("peers: ").contains(reason).contains("\nusage: peers");
    }
}
