package eventloop.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.contract.TestSettings;
import eventloop.files.SlowDisk;
import eventloop.http.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonOptionsTest {
    @Test
    void theDefaultsAreThoseOfTheTests() throws UsageException {
        var settings = settings();
        var inTests = TestSettings.serving(Path.of("."));
        assertThat(settings.address().getPort()).isEqualTo(8080);
        assertThat(settings.address().getAddress()).isEqualTo(inTests.address().getAddress());
        assertThat(settings)
                .usingRecursiveComparison()
                .ignoringFields("address")
                .isEqualTo(inTests);
    }

    @Test
    void everyOptionIsHeard(@TempDir Path root) throws UsageException {
        var settings =
                settings(
                        "--host=127.0.0.2",
                        "--port=1",
                        "--root=" + root,
                        "--idle-timeout=1.5",
                        "--request-timeout=2",
                        "--write-timeout=3",
                        "--drain-timeout=0",
                        "--max-request-line=1k",
                        "--max-head=2k",
                        "--max-headers=3",
                        "--max-body=4m");
        assertThat(settings.address()).hasToString("/127.0.0.2:1");
        assertThat(settings.root()).isEqualTo(root);
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.writeTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.drainTimeout()).isEqualTo(Duration.ZERO);
        assertThat(settings.limits()).isEqualTo(new Limits(1024, 2048, 3, 4 << 20));
    }

    /// The kernel of a client holds so much for it, and says nothing before it has all been read.
    @Test
    void aClientMayReadAKilobyteASecond() throws UsageException {
        var untilAllIsRead = Duration.ofSeconds(128 * 1024 / 1024);
        assertThat(settings().writeTimeout()).isGreaterThan(untilAllIsRead);
    }

    @Test
    void aSlowDiskIsSlow() throws UsageException {
        var disk = settings("--slow-disk=*=3.iso=20").disk();
        long start = System.nanoTime();
        disk.delay(Path.of("1=3.iso"));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void aSlowDiskMayServeAFewAtOnce() throws Exception {
        var disk = settings("--slow-disk=*=100,2").disk();
        assertThat(disk)
                .isInstanceOfSatisfying(
                        SlowDisk.Serving.class,
                        serving -> assertThat(serving.turns().availablePermits()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "--port=-1, 'be a whole number from 0 to 65535, not ''-1'''",
        "--port=65536, 'be a whole number from 0 to 65535, not ''65536'''",
        "--idle-timeout=0, 'be seconds from 0.1 to 86400, not ''0'''",
        "--idle-timeout=86401, 'be seconds from 0.1 to 86400, not ''86401'''",
        "--request-timeout=0.05, 'be seconds from 0.1 to 86400, not ''0.05'''",
        "--write-timeout=never, 'be seconds from 0.1 to 86400, not ''never'''",
        "--drain-timeout=-1, 'be seconds from 0 to 86400, not ''-1'''",
        "--max-request-line=63, 'be bytes from 64 to 16k, not ''63'''",
        "--max-head=255, 'be bytes from 256 to 1m, not ''255'''",
        "--max-headers=0, 'be a whole number from 1 to 10000, not ''0'''",
        "--max-headers=10001, 'be a whole number from 1 to 10000, not ''10001'''",
        "--max-request-line=1m, 'be bytes from 64 to 16k, not ''1m'''",
        "--max-head=1g, 'be bytes from 256 to 1m, not ''1g'''",
        "--max-body=-1, 'be bytes from 0 to 1024g, not ''-1'''"
    })
    void aValueOutOfItsRangeIsOneLine(String argument, String message) {
        expectRefusal(argument, argument.split("=")[0] + " must " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.iso",
                "*.iso=",
                "*.iso=-1",
                "*.iso=x",
                "=5",
                "[=5",
                "*.iso=1.5",
                "*=5,",
                "*=5,0"
            })
    void aSlowDiskIsAPatternAndATime(String value) {
        expectRefusal(
                "--slow-disk=" + value,
                "--slow-disk must be a file name pattern and milliseconds, like '*.iso=500', and how"
                        + " many reads at once, like '*.iso=500,4', if they are bounded; not '"
                        + value
                        + "'");
    }

    @Test
    void aHostMustHaveAnAddress() {
        for (var host : new String[] {"256.0.0.1", ""}) {
            expectRefusal("--host=" + host, "--host: there is no address '" + host + "'");
        }
    }

    @Test
    void aRootMustBeADirectory(@TempDir Path directory) throws Exception {
        var missing = directory.resolve("missing").toString();
        var file = Files.createFile(directory.resolve("file")).toString();
        for (var root : new String[] {missing, file, "\0", ""}) {
            expectRefusal(
                    "--root=" + root,
                    "--root: '" + root + "' is not a directory that may be searched");
        }
    }

    private static void expectRefusal(String argument, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> settings(argument))
                .withMessage(message);
    }

    private static Settings settings(String... arguments) throws UsageException {
        return CommonOptions.settings(CommandLine.parse(CommonOptions.ALL, arguments));
    }
}
