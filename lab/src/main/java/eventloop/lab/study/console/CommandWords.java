package eventloop.lab.study.console;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes a command apart as every shell does: at spaces, but not within quotes.
final class CommandWords {
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+)+");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private CommandWords() {}

    static List<String> of(String command) {
        return WORD.matcher(command).results().map(CommandWords::withoutQuotes).toList();
    }

    /// Of the two groups one is there; the other stands for nothing.
    private static String withoutQuotes(MatchResult word) {
        return QUOTED.matcher(word.group()).replaceAll("$1$2");
    }
}
