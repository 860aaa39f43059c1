package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.measure.rival.Program;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.study.agreement.Agreement;
import eventloop.lab.study.agreement.AgreementConditions;
import eventloop.lab.study.agreement.AgreementResult;
import eventloop.lab.study.jmeter.JMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/// `./course jmeter --agree`: whether JMeter, wrk and the lab's own load say the same of the same server.
///
/// @param name under which the result is to be saved
record JMeterAgreement(JMeter jmeter, CommandSpec spec, Optional<String> name) {
    private static final Duration ABOUT = Duration.ofSeconds(150);
    private static final Program WRK = new Program("wrk", "-v", "apt-get install wrk");

    /// @return exit status: 1 if they do not agree where they can
    int run() throws IOException, InterruptedException {
        try (var _ = OneAtATime.begin()) {
            var result = compare(CourseDirectory.path());
            new ResultKeeper<AgreementResult>(
                            "agreement",
                            new ResultFiles(CourseDirectory.path()),
                            name,
                            System.out,
                            (_, _) -> Optional.empty())
                    .keep(result, result.text());
            return result.allAgree() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (ServerFailure failure) {
            System.err.println("course: " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private AgreementResult compare(Path course)
            throws ServerFailure, IOException, InterruptedException {
        try (var progress = Terminal.progress(ABOUT)) {
            var conditions = AgreementConditions.usual(versions());
            var agreement =
                    Agreement.of(
                            conditions,
                            jmeter,
                            CourseSite.in(course),
                            Placement.apart(),
                            progress::stage);
            return new AgreementResult(
                    Provenance.now(course, CourseDirectory.commandLine(spec)),
                    conditions,
                    agreement.asAnswered(),
                    agreement.paced(),
                    agreement.standingStill(Step.in(course).getLast()));
        }
    }

    private Map<String, String> versions() throws IOException {
        var versions = new TreeMap<>(Map.of("jmeter", jmeter.version()));
        WRK.version().ifPresent(version -> versions.put("wrk", version));
        return versions;
    }
}
