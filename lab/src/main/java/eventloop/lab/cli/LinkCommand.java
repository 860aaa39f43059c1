package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.study.link.LinkConditions;
import eventloop.lab.study.link.LinkFindings;
import eventloop.lab.study.link.LinkResult;
import eventloop.lab.study.link.LinkRun;
import eventloop.lab.study.link.TwoHosts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./course link`: server and load on two hosts.
@Command(
        name = "link",
        description = {
            "Measures steps 6 and 7 over a cable: two hosts on this machine, which are network namespaces.",
            "Linux, as root. Of the hosts nothing is left behind. Build the course before, as yourself.",
            "Exit status: 0 if all was measured; 1 if not, or if root or a program is missing for two hosts;",
            "70 if the system refuses to make them."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
    /// Without and with large files sent by the operating system.
    private static final List<Integer> STEPS = List.of(6, 7);

    private static final Duration ABOUT = Duration.ofSeconds(120);

    @Mixin private Saving saving = new Saving();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        saving.check();
        var missing = TwoHosts.missing();
        if (missing.isPresent()) {
            System.err.println("course: " + missing.get());
            return ExitCode.SOFTWARE;
        }
        CourseDirectory.claimPlaceForResult();
        var end = EarlyEnd.prepare();
        try (var _ = OneAtATime.begin();
                var hosts = TwoHosts.create()) {
            end.thenDo(hosts::close);
            return measure(hosts, end);
        }
    }

    private int measure(TwoHosts hosts, EarlyEnd end) throws IOException, InterruptedException {
        var course = CourseDirectory.path();
        var conditions = LinkConditions.usual();
        var provenance = Provenance.now(course, TypedCommand.of(spec));
        var found =
                new FoundSoFar<LinkFindings, LinkResult>(
                        end,
                        parts ->
                                new LinkResult(
                                        provenance, conditions, LinkFindings.together(parts)),
                        this::keep);
        try (var progress = Terminal.progress(ABOUT)) {
            end.thenDo(progress::close);
            end.thenDo(found::finish);
            var run =
                    new LinkRun(
                            conditions,
                            StepSelection.of(STEPS, spec),
                            course.resolve("target/lab/sizes"),
                            Placement.apart(),
                            progress::stage);
            run.run(hosts, found::add);
        }
        found.finish();
        return isWhole(found.result().cables()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static boolean isWhole(LinkFindings cables) {
        return !cables.readings().isEmpty() && cables.notRead().isEmpty();
    }

    /// A result without a single reading would be none.
    private void keep(LinkResult result) {
        if (result.cables().readings().isEmpty()) {
            System.err.println(result.text());
            return;
        }
        saving.<LinkResult>keeper("link").keep(result, LinkResult::text);
    }
}
