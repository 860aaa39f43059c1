package eventloop.lab.study.check;

import static eventloop.lab.study.check.CheckSite.PAGE;

import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.util.List;

/// SO_REUSEPORT: the kernel deals the connections out to all who listen on a port, so one loop for each
/// processor needs nothing that they share.
final class SharedPortCheck implements Check {
    private static final String OPTION = "--reuse-port";
    private static final int CLIENTS = 64;

    @Override
    public String name() {
        return "several processes share one port";
    }

    @Override
    public String sentence() {
        return "Two processes listen on one port with --reuse-port; when one of them ends, some of 64"
                + " clients have to lose their connection, and some must not notice.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(ExpectedRed.inSteps(1, 6, "the option comes with step 7"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Finding.unknown("only Linux deals connections out");
        }
        try (var first = subject.start(OPTION)) {
            int port = first.address().getPort();
            try (var second = subject.start(OPTION, "--port", Integer.toString(port))) {
                return second.address().equals(first.address())
                        ? examine(first)
                        : Finding.red("the second process listens elsewhere");
            }
        } catch (ServerFailure failure) {
            if (failure.getMessage().contains("unknown option")) {
                return Finding.red("there is no option %s", OPTION);
            }
            throw failure;
        }
    }

    private static Finding examine(RunningServer oneOfTwo) throws IOException {
        try (var crowd = Crowd.of(CLIENTS, oneOfTwo.address())) {
            for (var client : crowd.clients()) {
                Served.expect(client.get(PAGE));
            }
            oneOfTwo.close();
            int served = 0;
            for (var client : crowd.clients()) {
                served += isServed(client) ? 1 : 0;
            }
            return served > 0 && served < CLIENTS
                    ? Finding.GREEN
                    : Finding.red("one of the two had %d of %d clients", served, CLIENTS);
        }
    }

    private static boolean isServed(RawClient client) {
        try {
            return client.get(PAGE).status() == 200;
        } catch (IOException gone) {
            return false;
        }
    }
}
