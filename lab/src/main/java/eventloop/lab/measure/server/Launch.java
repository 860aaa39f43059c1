package eventloop.lab.measure.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What starts a server in a process of its own, and how one learns where it listens.
public sealed interface Launch {
    List<String> command();

    /// The same by another command.
    Launch by(List<String> other);

    /// The same, with more options at the end of the command.
    default Launch with(List<String> options) {
        return by(CommandLines.joined(command(), options));
    }

    /// The server chooses a port, and prints `listening on http://HOST:PORT/` once it accepts.
    ///
    /// @param directory for what it writes, if it writes; removed when the server has ended
    record Announced(List<String> command, Optional<TemporaryDirectory> directory)
            implements Launch {
        public Announced(List<String> command) {
            this(command, Optional.empty());
        }

        @Override
        public Launch by(List<String> other) {
            return new Announced(other, directory);
        }
    }

    /// The server says nothing, and listens where it was told to.
    ///
    /// @param directory of its own; removed when the server has ended
    record Silent(List<String> command, URI address, TemporaryDirectory directory)
            implements Launch {
        @Override
        public Launch by(List<String> other) {
            return new Silent(other, address, directory);
        }
    }
}
