package eventloop.lab.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/// What was asked for, as one would type it again.
final class TypedCommand {
    /// What a shell takes as it is.
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    /// What a shell does not leave alone even within quotes.
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\"$`]");

    private TypedCommand() {}

    static String of(CommandSpec command) {
        return of(command.root().commandLine().getParseResult().originalArgs());
    }

    /// @param words what follows `./course`
    static String of(List<String> words) {
        return Stream.concat(Stream.of("./course"), words.stream().map(TypedCommand::typed))
                .collect(Collectors.joining(" "));
    }

    private static String typed(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : '"' + SPECIAL.matcher(word).replaceAll("\\\\$0") + '"';
    }
}
