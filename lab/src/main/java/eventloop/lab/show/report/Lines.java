package eventloop.lab.show.report;

import java.util.ArrayList;
import java.util.List;

/// Breaks a sentence into lines, between words.
final class Lines {
    private Lines() {}

    /// @param length of a line at most, unless a single word is longer
    static List<String> of(String sentence, int length) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : sentence.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
