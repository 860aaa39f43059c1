package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.List;

/// Whether everybody waits while one waits for the disk.
final class SlowReadCheck implements Check {
    @Override
    public String name() {
        return "a slow disk read holds nobody up";
    }

    @Override
    public String sentence() {
        return "A client asks for a file that takes three seconds to read; another one has to get three"
                + " answers meanwhile.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(ExpectedRed.inSteps(3, 4, "the thread that serves all waits for the disk"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        return SlowReads.examine(subject, 1);
    }
}
