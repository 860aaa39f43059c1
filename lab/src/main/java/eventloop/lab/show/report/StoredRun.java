package eventloop.lab.show.report;

import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.study.check.CheckResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.workbench.speed.SpeedResult;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what runs have left behind: folders of runs, and single files of results, which are known by what is
/// in them. Whatever is wrong with them costs one line.
public final class StoredRun {
    /// The names under which the lab keeps what a report shows.
    private static final List<String> NAMES =
            List.of("compare.json", "claims.json", "check.json", "speed.json");

    /// The same, of runs that came to an early end.
    private static final List<String> UNFINISHED =
            NAMES.stream()
                    .map(name -> name.replace(".json", ResultKeeper.UNFINISHED + ".json"))
                    .toList();

    private static final List<String> CLAIMS =
            Stream.concat(NAMES.stream(), UNFINISHED.stream())
                    .filter(name -> name.startsWith("claims"))
                    .toList();

    /// Of gathered data.
    private static final List<String> PARTS = List.of("comparison", "claims", "checks", "bars");

    private StoredRun() {}

    /// @param places files, or folders of runs, of one machine
    public static ReportData read(List<Path> places) throws UnreadableResultException {
        var all = ReportData.NOTHING;
        for (var place : places) {
            for (var file : files(place)) {
                all = join(all, readFile(file), file);
            }
        }
        return all;
    }

    /// The newest result of each kind: one that is complete, if there is one.
    ///
    /// @param runs folders that are named by their dates
    public static List<Path> newestIn(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (var folders = Files.list(runs)) {
            var newestFirst = folders.sorted(Comparator.reverseOrder()).toList();
            return IntStream.range(0, NAMES.size())
                    .mapToObj(kind ->
                            first(NAMES.get(kind), newestFirst)
                                    .or(() -> first(UNFINISHED.get(kind), newestFirst)))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<Path> first(String name, List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// All claims that were ever put to the test here, and the newest result of each other kind.
    ///
    /// @param runs as for [#newestIn]
    /// @param complaints takes a line for each file that cannot be read
    public static ReportData all(Path runs, Consumer<String> complaints) throws IOException {
        var all = ReportData.NOTHING;
        var others = newestIn(runs).stream().filter(file -> !isOfClaims(file));
        for (var file : Stream.concat(claimsIn(runs), others).toList()) {
            try {
                all = all.together(readFile(file));
            } catch (UnreadableResultException damaged) {
                complaints.accept(damaged.getMessage());
            }
        }
        return all;
    }

    private static boolean isOfClaims(Path file) {
        return CLAIMS.contains(file.getFileName().toString());
    }

    /// The oldest first.
    private static Stream<Path> claimsIn(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Stream.of();
        }
        try (var folders = Files.list(runs)) {
            return folders
                    .sorted()
                    .flatMap(folder -> CLAIMS.stream().map(folder::resolve))
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        }
    }

    private static List<Path> files(Path place) throws UnreadableResultException {
        if (!Files.exists(place)) {
            throw new UnreadableResultException("there is no " + place);
        }
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        var files = kept(place);
        if (files.isEmpty()) {
            throw new UnreadableResultException(
                    "%s has no result: neither %s nor %s"
                            .formatted(place, String.join(" nor ", NAMES), Report.DATA));
        }
        return files;
    }

    /// Whether it has one of the names under which the lab keeps something in the folder of a run.
    static boolean isOfARun(Path file) {
        var name = file.getFileName().toString();
        return NAMES.contains(name) || UNFINISHED.contains(name) || name.equals(Report.DATA);
    }

    /// What a report has gathered, or else what the commands have left.
    static List<Path> kept(Path folder) {
        var gathered = folder.resolve(Report.DATA);
        return Files.isRegularFile(gathered)
                ? List.of(gathered)
                : Stream.concat(NAMES.stream(), UNFINISHED.stream())
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .toList();
    }

    private static ReportData readFile(Path file) throws UnreadableResultException {
        return read(
                file,
                json ->
                        read(json)
                                .orElseThrow(() ->
                                        new UnreadableResultException(
                                                file
                                                        + " is no result of compare, claims, check or"
                                                        + " speed")));
    }

    /// What a file says.
    @FunctionalInterface
    interface Reading<T> {
        T of(JsonNode json) throws UnreadableResultException;
    }

    /// Whatever is wrong with the file becomes a line that names it.
    static <T> T read(Path file, Reading<T> reading) throws UnreadableResultException {
        try {
            return reading.of(Json.read(Files.readString(file), JsonNode.class));
        } catch (JacksonException damaged) {
            throw new UnreadableResultException(
                    "%s is damaged, or not of this version of the course: %s"
                            .formatted(file, firstClause(damaged.getOriginalMessage())));
        } catch (CharacterCodingException noText) {
            throw new UnreadableResultException(file + " is no text");
        } catch (FileSystemException refused) {
            throw new UnreadableResultException(FailureWords.of(refused));
        } catch (IOException failure) {
            throw new UnreadableResultException(
                    "%s cannot be read: %s".formatted(file, failure.getMessage()));
        }
    }

    /// What is wrong, without what a programmer could do about it.
    private static String firstClause(String message) {
        return message.split("[;\\v]", 2)[0];
    }

    static Optional<ReportData> read(JsonNode json) {
        if (json.has("measurements")) {
            return Optional.of(ReportData.of(Json.whole(json, ComparisonResult.class)));
        }
        if (json.path("claims").isArray()) {
            return Optional.of(ReportData.of(Json.whole(json, ClaimsResult.class)));
        }
        if (json.has("cells")) {
            return Optional.of(ReportData.of(Json.whole(json, CheckResult.class)));
        }
        if (json.path("bars").isArray()) {
            return Optional.of(ReportData.of(Json.whole(json, SpeedResult.class)));
        }
        return PARTS.stream().anyMatch(json::has)
                ? Optional.of(Json.whole(json, ReportData.class))
                : Optional.empty();
    }

    private static ReportData join(ReportData all, ReportData more, Path file)
            throws UnreadableResultException {
        if (!Collections.disjoint(all.origins().keySet(), more.origins().keySet())) {
            throw new UnreadableResultException(
                    file + " is a second result of its kind; --merge shows several machines");
        }
        return all.and(more);
    }
}
