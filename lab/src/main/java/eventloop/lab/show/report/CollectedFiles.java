package eventloop.lab.show.report;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a teacher has collected: files that students hand in, results of their machines, and folders with any of
/// these. What cannot be read costs a line, and the rest is read.
final class CollectedFiles {
    /// Older versions of the course wrote less.
    private static final JsonMapper LENIENT =
            JsonMapper.builder()
                    .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                    .build();

    private static final Pattern NAMED = Pattern.compile("([^=]+)=(.+)");

    /// `claims-sora.json` is sora's.
    private static final Pattern KIND = Pattern.compile("^(exercises|compare|claims|check|speed)-");

    private static final Pattern ENDING = Pattern.compile("\\.json$");

    /// A folder for each student, and in it perhaps one with their runs.
    private static final int DEEPEST = 3;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /// What stood in one place.
    ///
    /// @param isNamed whether somebody has said whose it is; otherwise the name is that of a file or a folder
    record Piece(Path place, HandIn handIn, boolean isNamed) {
        private Piece of(String name) {
            return new Piece(place, handIn.ofStudent(name), true);
        }

        boolean isOfStudent() {
            return handIn.key().isPresent() || !handIn.exercises().isEmpty();
        }
    }

    List<Piece> pieces() {
        return pieces;
    }

    /// A line for each place in which something is wrong.
    List<String> remarks() {
        return remarks;
    }

    /// @param place a file or a folder; with `NAME=` before it, all in it is that student's
    void read(Path place) {
        var named = NAMED.matcher(place.toString());
        if (!Files.exists(place) && named.matches()) {
            read(Path.of(named.group(2)), Optional.of(named.group(1)));
        } else {
            read(place, Optional.empty());
        }
    }

    private void read(Path place, Optional<String> name) {
        int before = pieces.size() + remarks.size();
        for (var piece : Files.isDirectory(place) ? folder(place, DEEPEST) : file(place).toList()) {
            pieces.add(name.map(piece::of).orElse(piece));
        }
        if (pieces.size() + remarks.size() == before) {
            remarks.add(
                    Files.exists(place)
                            ? place + " has neither a student's file nor a result"
                            : "there is no " + place);
        }
    }

    private List<Piece> folder(Path folder, int depth) {
        var results = results(folder);
        var files = jsonFiles(folder).flatMap(this::file).toList();
        if (results.isEmpty()) {
            var deeper =
                    depth == 0
                            ? Stream.<Piece>of()
                            : entries(folder)
                                    .filter(Files::isDirectory)
                                    .flatMap(inside -> folder(inside, depth - 1).stream());
            return Stream.concat(files.stream(), deeper).toList();
        }
        var students = files.stream().filter(Piece::isOfStudent).toList();
        var owned =
                students.size() == 1
                        ? results.get().of(students.getFirst().handIn().student())
                        : results.get();
        return Stream.concat(Stream.of(owned), files.stream()).toList();
    }

    /// What commands have left in the folder of a run.
    private Optional<Piece> results(Path folder) {
        return StoredRun.kept(folder).stream()
                .flatMap(this::file)
                .reduce((one, other) ->
                        new Piece(
                                folder,
                                HandIn.of(
                                        one.handIn().student(),
                                        one.handIn().found().together(other.handIn().found())),
                                false));
    }

    private Stream<Path> jsonFiles(Path folder) {
        return entries(folder)
                .filter(Files::isRegularFile)
                .filter(file -> ENDING.matcher(file.toString()).find())
                .filter(file -> !StoredRun.isOfARun(file))
                .filter(file -> !file.endsWith(ClassReport.DATA));
    }

    private Stream<Path> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            remarks.add(folder + " cannot be read");
            return Stream.of();
        }
    }

    private Stream<Piece> file(Path file) {
        if (!Files.exists(file)) {
            return Stream.of();
        }
        try {
            Piece piece = StoredRun.read(file, json -> piece(file, json));
            return Stream.of(piece);
        } catch (UnreadableResultException mistake) {
            remarks.add(mistake.getMessage());
            return Stream.of();
        }
    }

    private static Piece piece(Path file, JsonNode json) throws UnreadableResultException {
        if (json.path("exercises").isObject()) {
            var handIn = LENIENT.treeToValue(json, HandIn.class);
            return handIn.student().isEmpty()
                    ? new Piece(file, handIn.ofStudent(usualName(file)), false)
                    : new Piece(file, handIn, true);
        }
        var found =
                StoredRun.read(json)
                        .orElseThrow(() ->
                                new UnreadableResultException(
                                        file + " is neither a student's file nor a result"));
        return new Piece(file, HandIn.of(usualName(file), found), false);
    }

    /// Of the file or, if that has one of the lab's names, of its folder. The root of all folders has no name.
    private static String usualName(Path place) {
        var path = place.toAbsolutePath().normalize();
        if (StoredRun.isOfARun(path)) {
            return Optional.ofNullable(path.getParent().getFileName())
                    .map(Path::toString)
                    .orElse("machine");
        }
        var name = ENDING.matcher(path.getFileName().toString()).replaceFirst("");
        return KIND.matcher(name).replaceFirst("");
    }
}
