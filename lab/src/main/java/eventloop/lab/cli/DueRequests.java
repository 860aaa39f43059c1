package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// How many requests may be due at random times while they are counted.
final class DueRequests {
    /// Of a few, by chance, none may be, and the server would be blamed.
    private static final int FEWEST = 100;

    /// The load draws beforehand when each is due, and has to keep it.
    private static final int MOST = 5_000_000;

    private DueRequests() {}

    /// @throws ParameterException if `--rate` and `--seconds` ask for fewer or more
    static void check(double rate, double seconds, CommandSpec command) {
        require(
                command,
                rate * seconds >= FEWEST && rate * seconds <= MOST,
                "--rate times --seconds must be from %d to %d requests".formatted(FEWEST, MOST));
    }
}
