package eventloop.lab.study.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is typed at some terminals, one line after the other, and what comes of each. A lesson shows it so:
///
/// ```
/// 1$ ./course run 3
/// listening on http://127.0.0.1:8080/
/// 2$ ./course ask /
/// /   200   1.3 ms
/// ```
///
/// @param name unique among all lessons
public record Session(String name, List<Typed> lines) {
    private static final Pattern COMMAND = Pattern.compile("(\\d)\\$ (.+)");
    private static final String FENCE = "```";
    private static final Pattern BLOCK =
            Pattern.compile("^```console\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    public Session {
        lines = List.copyOf(lines);
    }

    /// One command.
    ///
    /// @param terminal from 1 to 9
    /// @param output its lines; none before it has run
    public record Typed(int terminal, String command, List<String> output) {
        public Typed {
            output = List.copyOf(output);
        }

        private Stream<String> shown() {
            return Stream.concat(Stream.of("%d$ %s".formatted(terminal, command)), output.stream());
        }
    }

    /// @param markdown with a block for a console; what stands around it is not of interest
    /// @throws IllegalArgumentException if there is none, or if it does not begin with a command
    public static Session parse(String name, String markdown) {
        var block = BLOCK.matcher(markdown);
        if (!block.find()) {
            throw new IllegalArgumentException(
                    "the run %s has no block that begins with %sconsole".formatted(name, FENCE));
        }
        return new Session(name, lines(name, block.group(1)));
    }

    private static List<Typed> lines(String name, String block) {
        var lines = new ArrayList<Typed>();
        for (var line : block.lines().toList()) {
            var command = COMMAND.matcher(line);
            if (command.matches()) {
                lines.add(
                        new Typed(
                                Integer.parseInt(command.group(1)),
                                command.group(2).strip(),
                                List.of()));
            } else if (lines.isEmpty()) {
                throw new IllegalArgumentException(
                        "the run %s begins with '%s' and not with a command such as '1$ ./course run 3'"
                                .formatted(name, line));
            } else {
                lines.add(with(lines.removeLast(), line));
            }
        }
        return lines;
    }

    private static Typed with(Typed typed, String line) {
        var output = Stream.concat(typed.output().stream(), Stream.of(line)).toList();
        return new Typed(typed.terminal(), typed.command(), output);
    }

    /// As a block in Markdown.
    public String shown() {
        return lines.stream()
                .flatMap(Typed::shown)
                .collect(Collectors.joining("\n", FENCE + "console\n", "\n" + FENCE));
    }

    /// The commands alone, before anything has come of them.
    public Session typed() {
        return new Session(
                name,
                lines.stream()
                        .map(line -> new Typed(line.terminal(), line.command(), List.of()))
                        .toList());
    }
}
