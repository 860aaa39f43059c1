package eventloop.lab.cli;

import java.io.Console;
import java.util.Optional;

/// Whether a person is looking, who likes to see how far it is.
final class Terminal {
    private Terminal() {}

    static boolean isThere() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
