package eventloop.lab.study.console;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes a command apart as every shell does: at spaces, but not within quotes.
final class CommandWords {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)");

    private CommandWords() {}

    static List<String> of(String command) {
        return WORD.matcher(command).results().map(CommandWords::word).toList();
    }

    private static String word(MatchResult word) {
        for (int group = 1; group <= 2; group++) {
            if (word.group(group) != null) {
                return word.group(group);
            }
        }
        return word.group(3);
    }
}
