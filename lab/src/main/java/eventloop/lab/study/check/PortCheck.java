package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.net.URI;

/// A check that needs to know of a server where it listens and which files it serves, and nothing else: any
/// server in any language can be put to it.
public interface PortCheck extends Check {
    /// @throws IOException if the server fails at what the check takes for granted
    Finding examine(URI server, CheckSite site) throws IOException;

    @Override
    default Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start()) {
            return examine(server.address(), subject.site());
        }
    }
}
