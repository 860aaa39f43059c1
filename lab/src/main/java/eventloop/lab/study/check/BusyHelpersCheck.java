package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.List;

/// A pool moves a limit; it does not remove it. There are as many slow files as step 5 has helpers.
final class BusyHelpersCheck implements Check {
    @Override
    public String name() {
        return "four slow disk reads hold nobody up";
    }

    @Override
    public String sentence() {
        return "The same with four clients who wait for the disk, as many as there are helpers from step 5"
                + " on; the other one asks for a page that it had more than a second before, so that a cache has to"
                + " look whether it is still good.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inSteps(3, 4, "the thread that serves all waits for the disk"),
                ExpectedRed.inStep(
                        5, "all helpers wait for the disk, and every file needs a helper"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        return SlowReads.examine(subject, CheckSite.SLOW_FILES);
    }
}
