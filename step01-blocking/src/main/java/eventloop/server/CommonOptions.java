package eventloop.server;

import eventloop.files.SlowDisk;
import eventloop.http.Limits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The options that all seven servers have, and the [Settings] made of them.
final class CommonOptions {
    static final Option HOST = new Option("--host", "ADDRESS", "127.0.0.1", "address to listen on");
    static final Option PORT =
            new Option("--port", "N", "8080", "port to listen on; 0 takes a free one");
    static final Option ROOT = new Option("--root", "DIR", ".", "directory to serve");
    static final Option HELP = Option.flag("--help", "shows this");

    private static final Option IDLE_TIMEOUT =
            new Option("--idle-timeout", "SECONDS", "60", "for a client between requests");
    private static final Option REQUEST_TIMEOUT =
            new Option(
                    "--request-timeout",
                    "SECONDS",
                    "10",
                    "for a request to arrive whole, with its body");
    private static final Option WRITE_TIMEOUT =
            new Option("--write-timeout", "SECONDS", "150", "for a client that does not read");
    private static final Option DRAIN_TIMEOUT =
            new Option("--drain-timeout", "SECONDS", "10", "for requests under way at the end");
    private static final Option MAX_REQUEST_LINE =
            new Option("--max-request-line", "BYTES", "8k", "longer gets 414");
    private static final Option MAX_HEAD =
            new Option("--max-head", "BYTES", "32k", "longer headers get 431");
    private static final Option MAX_HEADERS =
            new Option("--max-headers", "N", "100", "more headers get 431");
    private static final Option MAX_BODY =
            new Option("--max-body", "BYTES", "1m", "longer request bodies get 413");
    private static final Option SLOW_DISK =
            new Option(
                    "--slow-disk",
                    "GLOB=MILLIS[,N]",
                    "",
                    "slows reading of files down, N at once, for experiments");

    static final List<Option> ALL =
            List.of(
                    HOST,
                    PORT,
                    ROOT,
                    IDLE_TIMEOUT,
                    REQUEST_TIMEOUT,
                    WRITE_TIMEOUT,
                    DRAIN_TIMEOUT,
                    MAX_REQUEST_LINE,
                    MAX_HEAD,
                    MAX_HEADERS,
                    MAX_BODY,
                    SLOW_DISK,
                    HELP);

    /// A redirect repeats it, three times as long at worst, and its head has to fit a buffer of 64 KiB.
    private static final long LONGEST_REQUEST_LINE = 16 * 1024;

    private static final double LONGEST_TIMEOUT = Duration.ofDays(1).toSeconds();

    private static final Pattern BRAKE =
            Pattern.compile("(?<glob>.+)=(?<millis>\\d+)(,(?<atOnce>[1-9]\\d*))?");

    private CommonOptions() {}

    static Settings settings(CommandLine line) throws UsageException {
        return new Settings(
                new InetSocketAddress(host(line.text(HOST)), line.number(PORT, 0, 65535)),
                root(line.text(ROOT)),
                line.seconds(IDLE_TIMEOUT, 0.1, LONGEST_TIMEOUT),
                line.seconds(REQUEST_TIMEOUT, 0.1, LONGEST_TIMEOUT),
                line.seconds(WRITE_TIMEOUT, 0.1, LONGEST_TIMEOUT),
                line.seconds(DRAIN_TIMEOUT, 0, LONGEST_TIMEOUT),
                limits(line),
                slowDisk(line.text(SLOW_DISK)));
    }

    private static Limits limits(CommandLine line) throws UsageException {
        return new Limits(
                (int) line.bytes(MAX_REQUEST_LINE, 64, LONGEST_REQUEST_LINE),
                (int) line.bytes(MAX_HEAD, 256, 1 << 20),
                line.number(MAX_HEADERS, 1, 10_000),
                line.bytes(MAX_BODY, 0, 1L << 40));
    }

    private static InetAddress host(String name) throws UsageException {
        try {
            // To the JDK an empty name is this very host.
            if (!name.isEmpty()) {
                return InetAddress.getByName(name);
            }
        } catch (UnknownHostException unknown) {
            // Said below.
        }
        throw new UsageException(HOST.name() + ": there is no address '" + name + "'");
    }

    private static Path root(String name) throws UsageException {
        try {
            var root = Path.of(name);
            // To the JDK an empty name is the current directory.
            if (!name.isEmpty() && Files.isDirectory(root) && Files.isExecutable(root)) {
                return root;
            }
        } catch (InvalidPathException notAPath) {
            // Said below.
        }
        throw new UsageException(
                ROOT.name() + ": '" + name + "' is not a directory that may be searched");
    }

    private static SlowDisk slowDisk(String text) throws UsageException {
        if (text.isEmpty()) {
            return SlowDisk.NONE;
        }
        var value = BRAKE.matcher(text);
        try {
            if (value.matches()) {
                var delay = Duration.ofMillis(Integer.parseInt(value.group("millis")));
                var disk = SlowDisk.matching(value.group("glob"), delay);
                var atOnce = value.group("atOnce");
                return atOnce == null ? disk : disk.serving(Integer.parseInt(atOnce));
            }
        } catch (NumberFormatException | PatternSyntaxException malformed) {
            // Said below.
        }
        throw new UsageException(
                SLOW_DISK.name()
                        + " must be a file name pattern and milliseconds, like '*.iso=500', and how many"
                        + " reads at once, like '*.iso=500,4', if they are bounded; not '"
                        + text
                        + "'");
    }
}
