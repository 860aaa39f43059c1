package eventloop.lab.study.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.rival.RivalContract;
import eventloop.lab.study.doctor.Diagnosis.Unwell;
import eventloop.lab.study.doctor.Diagnosis.Well;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoctorTest {
    static Stream<Diagnosis> well() {
        return Stream.of(
                Resources.processors(2),
                Resources.pinning(true, true),
                Resources.cores(false),
                Resources.openFiles(1 << 20),
                Resources.ports(28_232),
                Resources.backlog(4096),
                Resources.memory(8L << 30),
                Resources.port8080(true),
                Resources.stillness(0.01),
                Software.server("node", "node 20.1", Optional.empty()),
                Software.wrk(true),
                Software.java("25.0.3", List.of("-Xmx512m"), ""),
                Software.environment(Map.of("PATH", "/bin")),
                Software.terminal(StandardCharsets.UTF_8),
                Software.fileNames("UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("well")
    void whatIsWellCostsNoWords(Diagnosis diagnosis) {
        assertThat(diagnosis).isInstanceOf(Well.class);
    }

    static Stream<Diagnosis> unwell() {
        return Stream.of(
                Resources.processors(1),
                Resources.pinning(false, true),
                Resources.cores(true),
                Resources.openFiles(1024),
                Resources.ports(10_001),
                Resources.backlog(128),
                Resources.memory(1L << 30),
                Resources.port8080(false),
                Resources.stillness(2),
                Software.server(
                        "node", "node", Optional.of("not installed: apt-get install nodejs")),
                Software.wrk(false),
                Software.java("25-beta", List.of("-Xmx512m"), "Unrecognized VM option"),
                Software.environment(Map.of("JDK_JAVA_OPTIONS", "-Xint")),
                Software.terminal(StandardCharsets.US_ASCII),
                Software.fileNames("ANSI_X3.4-1968"));
    }

    @ParameterizedTest
    @MethodSource("unwell")
    void whatIsNotSaysWhatItMeansAndWhatMendsIt(Diagnosis diagnosis) {
        assertThat(diagnosis)
                .isInstanceOfSatisfying(
                        Unwell.class,
                        unwell -> {
                            assertThat(unwell.meaning()).isNotBlank();
                            assertThat(unwell.remedy())
                                    .isNotBlank()
                                    .doesNotContain("not installed");
                        });
    }

    @Test
    void examinesThisMachine() throws Exception {
        var found = new ArrayList<Diagnosis>();

        new Doctor(RivalContract.COURSE, StandardCharsets.UTF_8).examine(found::add);

        var things = found.stream().map(Diagnosis::thing).toList();
        assertThat(things)
                .contains("processors", "memory", "node", "nginx", "JDK", "terminal")
                .contains("this processor", "taskset", "wrk", "port 8080")
                .doesNotHaveDuplicates();
        assertThat(things.contains("open files")).isEqualTo(OpenFiles.areTold());
    }
}
