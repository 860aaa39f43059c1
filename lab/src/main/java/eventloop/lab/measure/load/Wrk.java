package eventloop.lab.measure.load;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Programs;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// wrk, a load generator in C that makes more requests than ours can: for the peaks of servers faster than
/// ours. Its loop is closed, so its response times are those of a server that sets the pace itself.
///
/// @param headers lines that every request gets beside wrk's own
public record Wrk(int connections, double seconds, List<String> headers) {
    private static final Pattern REQUESTS = number("(\\d+) requests in");
    private static final Pattern DURATION = time("requests in ");
    private static final Pattern RATE = number("Requests/sec: +([\\d.]+)");
    private static final Pattern MEAN = time("Latency +");
    private static final Pattern MEDIAN = time("50% +");
    private static final Pattern P99 = time("99% +");
    private static final Pattern BYTES = Pattern.compile("Transfer/sec: +([\\d.]+)([KMGT]?)B");
    private static final Pattern BAD_STATUS = number("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET_ERRORS =
            number("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /// @param seconds for which it made requests
    /// @param failed responses of another status than 2xx and 3xx, and broken connections
    public record Result(
            long requests,
            double seconds,
            double requestsPerSecond,
            double meanMillis,
            double p50Millis,
            double p99Millis,
            double bytesPerSecond,
            long failed) {}

    private static Pattern number(String pattern) {
        return Pattern.compile(pattern);
    }

    private static Pattern time(String before) {
        return Pattern.compile(before + "([\\d.]+)(us|ms|s|m)\\b");
    }

    public static boolean isInstalled() {
        return Programs.find("wrk").isPresent();
    }

    /// @throws IOException if wrk fails or cannot be understood, with its own words
    public Result run(URI page, Placement placement) throws IOException, InterruptedException {
        return run(placement, command(page, placement));
    }

    /// Asks for pages of one server in turn. A single one needs no script, which would cost wrk time.
    ///
    /// @throws IOException if wrk fails or cannot be understood, with its own words
    public Result run(List<URI> pages, Placement placement)
            throws IOException, InterruptedException {
        if (pages.size() == 1) {
            return run(pages.getFirst(), placement);
        }
        try (var directory = TemporaryDirectory.create("wrk")) {
            var script = directory.path().resolve("pages-in-turn.lua");
            Files.writeString(script, inTurn(pages));
            var command = command(pages.getFirst(), placement);
            command.addAll(List.of("--script", script.toString()));
            return run(placement, command);
        }
    }

    /// A program for wrk, which asks it for each request. They are put together once, before the first.
    private static String inTurn(List<URI> pages) {
        return """
        local paths = {%s}
        local requests = {}
        local turn = 0
        function init()
            for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path) end
        end
        function request()
            turn = turn %% #requests + 1
            return requests[turn]
        end
        """
                .formatted(
                        pages.stream()
                                .map(page -> '"' + page.getRawPath() + '"')
                                .collect(Collectors.joining(", ")));
    }

    private static Result run(Placement placement, List<String> command)
            throws IOException, InterruptedException {
        var wrk = Children.run(placement.load(), command);
        if (wrk.status() != 0) {
            throw new IOException(
                    "wrk failed: "
                            + (wrk.errors().isEmpty() ? wrk.output().strip() : wrk.errors()));
        }
        return parse(wrk.output());
    }

    private List<String> command(URI page, Placement placement) {
        var command =
                new ArrayList<>(
                        List.of(
                                "wrk",
                                "--threads=" + threads(placement.loadProcessors()),
                                "--connections=" + connections,
                                "--duration=" + Math.round(Math.max(1, seconds)) + "s",
                                "--latency"));
        headers.forEach(header -> command.addAll(List.of("--header", header)));
        command.add(page.toString());
        return command;
    }

    /// Of which all have as many connections: wrk makes none of those that would be left over.
    int threads(int processors) {
        int threads = Math.min(connections, processors);
        while (connections % threads != 0) {
            threads--;
        }
        return threads;
    }

    static Result parse(String output) throws IOException {
        return new Result(
                (long) figure(REQUESTS, output),
                millis(DURATION, output) / 1000,
                figure(RATE, output),
                millis(MEAN, output),
                millis(MEDIAN, output),
                millis(P99, output),
                bytes(output),
                failed(output));
    }

    private static double figure(Pattern pattern, String output) throws IOException {
        return Double.parseDouble(find(pattern, output).group(1));
    }

    private static double millis(Pattern pattern, String output) throws IOException {
        var found = find(pattern, output);
        double time = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> time / 1000;
            case "ms" -> time;
            case "s" -> time * 1000;
            default -> time * 60_000;
        };
    }

    private static double bytes(String output) throws IOException {
        var found = find(BYTES, output);
        int power = " KMGT".indexOf(found.group(2));
        return Double.parseDouble(found.group(1)) * Math.pow(1024, power);
    }

    private static MatchResult find(Pattern pattern, String output) throws IOException {
        return pattern.matcher(output)
                .results()
                .findFirst()
                .orElseThrow(() ->
                        new IOException(
                                "wrk says something else than expected: " + output.strip()));
    }

    /// Both lines are there only when there is something to say.
    private static long failed(String output) {
        long failed = 0;
        for (var pattern : List.of(BAD_STATUS, SOCKET_ERRORS)) {
            var found = pattern.matcher(output);
            if (found.find()) {
                for (int group = 1; group <= found.groupCount(); group++) {
                    failed += Long.parseLong(found.group(group));
                }
            }
        }
        return failed;
    }
}
