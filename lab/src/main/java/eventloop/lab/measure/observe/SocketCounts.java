package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How many TCP sockets the kernel has at a moment. See the file `net/sockstat` in proc_net(5). None where it does not
/// tell.
///
/// @param allocated in any state but TIME_WAIT, those that are being cleared up among them
public record SocketCounts(long allocated) {
    private static final Path FILE = Path.of("/proc/net/sockstat");
    private static final Pattern LINE =
            Pattern.compile("TCP: inuse \\d+ orphan \\d+ tw \\d+ alloc (\\d+) mem \\d+");

    public static SocketCounts now() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException otherSystem) {
            return new SocketCounts(0);
        }
    }

    static SocketCounts parse(String text) {
        var line = LINE.matcher(text);
        return line.find() ? new SocketCounts(Long.parseLong(line.group(1))) : new SocketCounts(0);
    }
}
