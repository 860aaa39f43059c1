package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.NettyFlags;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRivalTest {
    @TempDir private Path course;
    private Rival netty;

    @BeforeEach
    void inACourse() {
        netty = new JavaRival("netty", new PeersBuild(course));
    }

    @Test
    void isMissingUntilItIsBuilt() throws Exception {
        assertThat(netty.missing()).hasValue("not built: mvn -Ppeers package");
        assertThat(netty.title()).isEqualTo("netty");

        build("4.2.18.Final of " + LocalDate.now().minusYears(3));

        assertThat(netty.missing()).isEmpty();
        assertThat(netty.title()).isEqualTo("netty 4.2.18, 3 years old");
    }

    @Test
    void isStartedWithTheFlagsOfTheSteps() throws Exception {
        assertThat(netty.launch(Path.of("site")).command())
                .containsAll(Step.JVM_FLAGS)
                .containsAll(NettyFlags.FLAGS)
                .containsSubsequence(
                        "-jar", course.resolve("lab/peers/target/peers.jar").toString(), "netty")
                .containsSubsequence("--port", "0", "--root", "site");
    }

    @Test
    void whatItWritesIsRemovedWithIt() throws Exception {
        var launch = (Launch.Announced) netty.launch(Path.of("site"));
        var directory = launch.directory().orElseThrow();

        assertThat(launch.command()).contains("-Djava.io.tmpdir=" + directory.path());
        directory.close();
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void fileServerOfTheJdkIsOfItsVersion() {
        assertThat(new JavaRival("jdk", new PeersBuild(course)).title())
                .startsWith("jdk " + System.getProperty("java.version"));
    }

    private void build(String release) throws Exception {
        var jar = Files.createDirectories(course.resolve("lab/peers/target")).resolve("peers.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        var versions = new Attributes();
        versions.putValue("netty", release);
        manifest.getEntries().put("versions", versions);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
