package eventloop.lab.study.check;

import static eventloop.lab.study.check.CheckSite.LARGE;

import eventloop.lab.measure.observe.ProcessFiles;
import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.List;

/// What clients who stop reading cost a server that brings large files into its memory piece by piece: no more than a
/// piece each.
final class DownloadsCheck implements Check {
    private static final int CLIENTS = 100;
    private static final int RECEIVED = 2 << 20;
    private static final long MOST_MEBIBYTES = 100;

    @Override
    public String name() {
        return "a hundred downloads take little memory";
    }

    @Override
    public String sentence() {
        return "A hundred clients have received 2 MiB each of a file of 16 MiB and stop reading; the"
                + " server's memory must not have grown by 100 MiB.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of();
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start()) {
            var process = ProcessFiles.of(server.pid());
            var before = process.peakMemoryBytes();
            try (var crowd = Crowd.of(CLIENTS, server.address())) {
                for (var client : crowd.clients()) {
                    client.ask(LARGE);
                }
                for (var client : crowd.clients()) {
                    client.readHead();
                    client.readBytes(RECEIVED);
                }
                var after = process.peakMemoryBytes();
                if (before.isEmpty() || after.isEmpty()) {
                    return Finding.unknown("this operating system does not tell the memory");
                }
                long mebibytes = after.getAsLong() - before.getAsLong() >> 20;
                return mebibytes < MOST_MEBIBYTES
                        ? Finding.GREEN
                        : Finding.red("the server has grown by %d MiB", mebibytes);
            }
        }
    }
}
