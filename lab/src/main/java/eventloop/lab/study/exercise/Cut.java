package eventloop.lab.study.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Cuts the starter out of a solution, so that the two cannot drift apart.
///
/// ```java
/// // tag::solution[]
/// return answer;                       left out
/// // end::solution[]
/// // > return 0;                       uncommented
/// ```
public final class Cut {
    private static final String BEGIN = "// tag::solution[]";
    private static final String END = "// end::solution[]";
    private static final String INSTEAD = "// > ";

    private Cut() {}

    public static String starter(String solution) {
        var lines = new ArrayList<String>();
        boolean inside = false;
        for (var line : solution.lines().toList()) {
            var code = line.strip();
            if (code.equals(BEGIN) || code.equals(END)) {
                inside = code.equals(BEGIN);
            } else if (code.startsWith(INSTEAD)) {
                lines.add(line.replaceFirst(INSTEAD, ""));
            } else if (!inside) {
                lines.add(line);
            }
        }
        return text(withoutLeftBlanks(lines));
    }

    /// Blank lines around what is left out stand beside each other then, or before a brace.
    private static List<String> withoutLeftBlanks(List<String> lines) {
        var tidy = new ArrayList<String>();
        for (var line : lines) {
            boolean endsGap = line.isBlank() || line.strip().equals("}");
            if (endsGap && !tidy.isEmpty() && tidy.getLast().isBlank()) {
                tidy.removeLast();
            }
            tidy.add(line);
        }
        return tidy;
    }

    /// What the student writes, and nothing around it.
    public static List<String> regions(String solution) {
        var regions = new ArrayList<String>();
        var region = new ArrayList<String>();
        boolean inside = false;
        for (var line : solution.lines().toList()) {
            var code = line.strip();
            if (code.equals(BEGIN)) {
                inside = true;
            } else if (code.equals(END)) {
                inside = false;
                regions.add(String.join("\n", region).stripIndent() + "\n");
                region.clear();
            } else if (inside) {
                region.add(line);
            }
        }
        return regions;
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
