package eventloop.lab.measure.server;

import java.util.List;

/// Servers by the short names that people type: `step01` … `step07`, and the rivals.
@FunctionalInterface
public interface Servers {
    /// @param options of that server's own command line
    /// @throws ServerFailure if this machine has no such server
    ServerUnderTest named(String name, List<String> options) throws ServerFailure;

    /// What is said to whoever asks for a server that does not exist.
    ///
    /// @param names of those that do
    static String unknown(String name, List<String> names) {
        return "there is no server '%s'; there are: %s".formatted(name, String.join(", ", names));
    }
}
