package eventloop.lab.cli;

import eventloop.lab.measure.load.OpenFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The open files that a command needs for its own clients: each connection is one.
final class ClientFiles {
    private ClientFiles() {}

    /// @param fewer what is typed for fewer clients, up to their number
    /// @throws ParameterException if this process may not have so many files open
    static void check(int clients, String fewer, CommandSpec command) {
        Usage.require(
                command,
                OpenFiles.areEnoughFor(clients),
                shortage(clients, OpenFiles.limit(), fewer));
    }

    /// What is missing, and both ways out.
    ///
    /// @param limit so many files may be open
    static String shortage(int clients, int limit, String fewer) {
        int needed = OpenFiles.neededFor(clients);
        int most = OpenFiles.connectionsWithin(limit);
        var words =
                "%,d clients need %,d open files, and a process may have %,d here: %s"
                        .formatted(clients, needed, limit, OpenFiles.remedy(needed));
        return most == 0 ? words : "%s; or fewer clients: %s %d".formatted(words, fewer, most);
    }
}
