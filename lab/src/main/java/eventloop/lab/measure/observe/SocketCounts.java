package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// How many TCP sockets the kernel has at a moment. See the file `net/sockstat` in proc_net(5).
///
/// @param allocated in any state but TIME_WAIT, those that are being cleared up among them; empty where the
///     system does not tell
public record SocketCounts(OptionalLong allocated) {
    private static final Path FILE = Path.of("/proc/net/sockstat");
    private static final Pattern LINE =
            Pattern.compile("TCP: inuse \\d+ orphan \\d+ tw \\d+ alloc (\\d+) mem \\d+");

    public static SocketCounts now() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException otherSystem) {
            return new SocketCounts(OptionalLong.empty());
        }
    }

    static SocketCounts parse(String text) {
        var line = LINE.matcher(text);
        return new SocketCounts(
                line.find()
                        ? OptionalLong.of(Long.parseLong(line.group(1)))
                        : OptionalLong.empty());
    }
}
