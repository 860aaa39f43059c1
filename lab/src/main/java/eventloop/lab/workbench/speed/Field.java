package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.AnswerCheck;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Servers;
import eventloop.lab.measure.server.WithFlags;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.SizedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Where all works are measured: the same servers, files, processors and number of rounds.
///
/// @param files of 1 KiB, 64 KiB, 1 MiB, 16 MiB and of many pages, each named after its bytes
record Field(
        Servers servers,
        Path files,
        Placement placement,
        int rounds,
        Progress progress,
        Nearness nearness) {
    static final String OURS = "step07";
    static final String FLOOR = "floor";

    /// The floor, that closes the connection behind each response.
    static final String CLOSING_FLOOR = FLOOR + " closing";

    /// Step 7, that sends large files from a mapping.
    static final String MAPPED = "step07, mapped files";

    /// Step 7 with the object headers that a JVM has by itself, and not the small ones.
    static final String USUAL_HEADERS = OURS + " -XX:-UseCompactObjectHeaders";

    static final String NGINX = "nginx";

    /// nginx, that copies instead of having the kernel send: faster where files are small.
    static final String NGINX_COPYING = "nginx-no-sendfile";

    /// nginx, that has the bytes in its configuration.
    static final String NGINX_FROM_MEMORY = "nginx-return";

    static final String H2O = "h2o";
    static final String LIGHTTPD = "lighttpd";
    static final String NODE = "node";
    static final long SMALL = 1 << 10;
    static final long MIDDLE = 64 << 10;

    /// The smallest that is not kept in memory.
    static final long LARGE = 1 << 20;

    static final long LARGEST = 16 << 20;

    /// Pages of a site, from 3 KB to 300 KB: each is larger than the one before by the same factor.
    static final List<Long> PAGES =
            LongStream.range(0, 20)
                    .mapToObj(page -> Math.round(3_000 * Math.pow(100, page / 19.0)))
                    .toList();

    private static final String FLAG = "-XX:";

    /// Long before: a file that has just been made has no validator yet that a server may give twice.
    private static final FileTime LAST_MODIFIED =
            FileTime.from(Instant.parse("2018-01-01T00:00:00Z"));

    /// Makes the files, unless they are there.
    static void makeFiles(Path directory) throws IOException {
        var sizes =
                Stream.concat(Stream.of(SMALL, MIDDLE, LARGE, LARGEST), PAGES.stream()).toList();
        SizedFiles.make(directory, sizes);
        for (long bytes : sizes) {
            Files.setLastModifiedTime(directory.resolve(bytes + ".bin"), LAST_MODIFIED);
        }
    }

    /// The same, for a number of rounds of its own.
    Field with(int rounds) {
        return new Field(servers, files, placement, rounds, progress, nearness);
    }

    /// The same, for response times. One stall of the machine makes a p99, so it takes more rounds until most
    /// have none.
    Field forResponseTimes() {
        return with(roundsForResponseTimes(rounds));
    }

    static int roundsForResponseTimes(int rounds) {
        return 2 * rounds - 1;
    }

    static String page(long bytes) {
        return "/" + bytes + ".bin";
    }

    /// Starts a server and sees whether it answers right: one that does not is not timed. Only the floor is not
    /// asked, for it has one answer to everything.
    ///
    /// @param name as people type it, with flags for the JVM or a habit of the floor behind it
    /// @param sizes of the files that it is going to be asked for; the floor answers with them in turn, whatever is
    ///     asked for
    Contestant start(String name, List<Long> sizes)
            throws ServerFailure, IOException, InterruptedException {
        var server = RunningServer.start(server(name, sizes), files, placement);
        try {
            if (!name.startsWith(FLOOR)) {
                var alike = sizes.stream().collect(Collectors.toMap(Function.identity(), _ -> 1));
                AnswerCheck.check(server.address(), Mix.sizes(files, alike));
            }
            return new Contestant(name, server, this);
        } catch (ServerFailure | IOException | InterruptedException failure) {
            server.close();
            throw failure;
        }
    }

    /// Starts a server, for those who look themselves whether it answers right.
    RunningServer start(String name) throws ServerFailure, InterruptedException {
        return RunningServer.start(server(name, List.of(SMALL)), files, placement);
    }

    private ServerUnderTest server(String name, List<Long> sizes) throws ServerFailure {
        if (name.equals(MAPPED)) {
            return servers.named(OURS, List.of("--large-files", "mapped"));
        }
        var words = Stream.of(name.split(" ")).filter(word -> !word.startsWith(FLAG)).toList();
        var flags = Stream.of(name.split(" ")).filter(word -> word.startsWith(FLAG)).toList();
        var server =
                words.getFirst().equals(FLOOR)
                        ? floor(words, sizes)
                        : servers.named(String.join(" ", words), List.of());
        return flags.isEmpty() ? server : new WithFlags(server, flags);
    }

    private Floor floor(List<String> words, List<Long> sizes) {
        var habit = words.size() == 1 ? Habit.NONE : Habit.named(words.getLast());
        return new Floor(sizes.stream().map(size -> files.resolve(size + ".bin")).toList(), habit);
    }
}
