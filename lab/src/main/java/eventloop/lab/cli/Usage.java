package eventloop.lab.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What commands say of words they cannot work with: one line, with the usage behind it.
final class Usage {
    private Usage() {}

    /// @param otherwise the line, if `condition` is not so
    /// @throws ParameterException with that line
    static void require(CommandSpec command, boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }
}
