package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server in Java with other flags for its JVM. One that switches off what is usually on, or chooses another
/// garbage collector or another size, takes the place of the usual one.
public record WithFlags(ServerUnderTest server, List<String> flags) implements ServerUnderTest {
    private static final Pattern COLLECTOR = Pattern.compile("Use\\w+GC");
    private static final Pattern SWITCH = Pattern.compile("-XX:[+-](\\w+)");
    private static final Pattern SIZE = Pattern.compile("-X(m[nsx]|ss)\\d+[kKmMgG]?");

    @Override
    public String name() {
        return server.name() + " " + String.join(" ", flags);
    }

    @Override
    public Optional<String> missing() {
        return server.missing();
    }

    @Override
    public boolean sharesPort() {
        return server.sharesPort();
    }

    @Override
    public Launch launch(Path root) throws IOException {
        var usual = server.launch(root);
        return usual.by(in(usual.command()));
    }

    /// Behind the flags that are there: of two that are about the same under different names, the JVM takes the last.
    public List<String> in(List<String> command) {
        var replaced = flags.stream().map(WithFlags::what).toList();
        var kept = command.stream().filter(word -> !replaced.contains(what(word))).toList();
        int end = 1;
        for (int i = 1; i < kept.size(); i++) {
            end = kept.get(i).startsWith("-X") ? i + 1 : end;
        }
        return Stream.of(kept.subList(0, end), flags, kept.subList(end, kept.size()))
                .flatMap(List::stream)
                .toList();
    }

    /// What a flag is about; the word itself if it is no switch.
    private static String what(String flag) {
        var size = SIZE.matcher(flag);
        if (size.matches()) {
            return size.group(1);
        }
        var found = SWITCH.matcher(flag);
        return found.matches() ? COLLECTOR.matcher(found.group(1)).replaceAll("collector") : flag;
    }
}
