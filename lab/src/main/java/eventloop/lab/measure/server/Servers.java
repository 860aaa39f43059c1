package eventloop.lab.measure.server;

import java.util.List;

/// Servers by the short names that people type: `step01` … `step07`, and the rivals.
@FunctionalInterface
public interface Servers {
    /// @param options of that server's own command line
    /// @throws ServerFailure if this machine has no such server
    ServerUnderTest named(String name, List<String> options) throws ServerFailure;
}
