package eventloop.lab.study.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.load.Wrk;
import eventloop.lab.measure.server.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our own load beside wrk, which many trust. Each has a server that counts what it answers: however quick this
/// machine is, and whatever else it does, both have to find just that. Response times are held against counts, too.
/// What JMeter says is held to the server's count in its own module, which is built on request.
class LoadProgramsTest {
    private static final int CLIENTS = 4;
    private static final LoadWork WORK = new LoadWork.OneAfterAnother(CLIENTS, 1);

    /// So long that neither load takes anything from its server.
    private static final Duration ANSWER = Duration.ofMillis(20);

    @TempDir private Path root;

    @BeforeEach
    void makeThePage() throws Exception {
        Files.writeString(root.resolve("index.html"), "a page");
    }

    @Test
    void ourLoadCountsWhatTheServerCounts() throws Exception {
        expectAgreement(new OwnLoad(Agreement.page(root), Placement.ANYWHERE));
    }

    @Test
    void wrkCountsWhatTheServerCounts() throws Exception {
        assumeThat(Wrk.isInstalled()).isTrue();

        expectAgreement(new WrkLoad(Placement.ANYWHERE));
    }

    /// The last answer of each connection comes after the end, and a second one to whoever has noticed the end late.
    private static void expectAgreement(LoadProgram program) throws Exception {
        try (var server = CountingServer.start(ANSWER, "a page".getBytes())) {
            var reading = program.load(server.address(), WORK);

            assertThat(reading.failed()).isZero();
            assertThat(reading.answered())
                    .isPositive()
                    .isBetween(server.answered() - 2 * CLIENTS, server.answered());
            assertThat(reading.meanMillis()).isGreaterThanOrEqualTo(ANSWER.toMillis());
            assertThat(reading.p50Millis())
                    .as("no answer is there sooner than the server gives it")
                    .isGreaterThanOrEqualTo(ANSWER.toMillis());
        }
    }

    @Test
    void samplesOfJMeterAreReadByTheirFirstColumns() throws Exception {
        Files.writeString(
                root.resolve("report.jtl"),
                """
                timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success
                1000,1,GET,200,OK,"Users, a thread each 1-1",text,true
                1500,499,GET,200,OK,"Users, a thread each 1-2",text,true
                1600,400,GET,503,"Service, unavailable","Users, a thread each 1-3",text,false
                """);

        var reading = SampleLog.of(root).reading("jmeter", 3);

        assertThat(reading.answered()).isEqualTo(2);
        assertThat(reading.failed()).isEqualTo(1);
        assertThat(reading.requestsPerSecond()).isEqualTo(2);
        assertThat(reading.slow()).isEqualTo(OptionalLong.of(1));
    }
}
