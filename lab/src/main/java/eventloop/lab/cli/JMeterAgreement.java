package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.rival.Program;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.study.agreement.Agreement;
import eventloop.lab.study.agreement.AgreementConditions;
import eventloop.lab.study.agreement.AgreementFindings;
import eventloop.lab.study.agreement.AgreementResult;
import eventloop.lab.study.jmeter.JMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/// `./course jmeter --agree`: whether JMeter, wrk and the lab's own load say the same of the same server.
///
/// @param saving under which name the result is to be saved
record JMeterAgreement(JMeter jmeter, CommandSpec spec, Saving saving) {
    private static final Duration ABOUT = Duration.ofSeconds(150);

    /// @return exit status: 1 if they do not agree where they can
    int run(EarlyEnd end) throws IOException, InterruptedException {
        var course = CourseDirectory.path();
        var conditions = AgreementConditions.usual(versions());
        var provenance = Provenance.now(course, TypedCommand.of(spec));
        var found =
                new FoundSoFar<AgreementFindings, AgreementResult>(
                        end,
                        parts -> AgreementResult.of(provenance, conditions, parts),
                        this::keep);
        try (var _ = OneAtATime.begin()) {
            compare(course, conditions, found, end);
        } catch (ServerFailure failure) {
            // What was found is kept at the end, as what is not complete.
            System.err.println("course: " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
        found.finish();
        return found.result().allAgree() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void compare(
            Path course,
            AgreementConditions conditions,
            FoundSoFar<AgreementFindings, AgreementResult> found,
            EarlyEnd end)
            throws ServerFailure, IOException, InterruptedException {
        try (var progress = Terminal.progress(ABOUT)) {
            end.thenDo(progress::close);
            end.thenDo(found::finish);
            Agreement.of(
                            conditions,
                            jmeter,
                            CourseSite.in(course),
                            Placement.apart(),
                            progress::stage)
                    .run(Step.in(course).getLast(), found::add);
        }
    }

    private void keep(AgreementResult result) {
        saving.<AgreementResult>keeper("agreement").keep(result, AgreementResult::text);
    }

    private Map<String, String> versions() throws IOException {
        var versions = new TreeMap<>(Map.of("jmeter", jmeter.version()));
        Program.WRK.version().ifPresent(version -> versions.put("wrk", version));
        return versions;
    }
}
