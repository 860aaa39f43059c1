package eventloop.lab.cli;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A port of this machine, by which a command is told what to talk to.
final class LocalPort {
    static final int LAST = 65_535;

    private LocalPort() {}

    static boolean isPossible(int port) {
        return port >= 1 && port <= LAST;
    }

    /// @throws ParameterException if `--port` has been given another number
    static void check(int port, CommandSpec command) {
        Usage.require(command, isPossible(port), "--port must be from 1 to " + LAST);
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:%d/".formatted(port));
    }
}
