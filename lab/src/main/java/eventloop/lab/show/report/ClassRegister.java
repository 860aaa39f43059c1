package eventloop.lab.show.report;

import eventloop.lab.show.report.CollectedFiles.Piece;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The students of a class, each with all that was collected of them. Namesakes are told apart by numbers.
final class ClassRegister {
    /// @param name as it was given; the student's own may have a number behind it
    /// @param isNamed whether more may turn up under this name: two folders of one name are of two machines
    private record Entry(String name, Student student, boolean isNamed) {
        private Entry with(ReportData found) {
            return new Entry(name, student.with(found), isNamed);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /// Those of one name are several students, unless their files come from one notebook.
    void enterStudents(List<Piece> pieces) {
        var newest = new ArrayList<Piece>();
        for (var piece : pieces) {
            var latest = newestOf(piece, pieces);
            if (latest == piece) {
                newest.add(piece);
            } else {
                remarks.add(leftOut(piece, latest));
            }
        }
        for (var piece : newest) {
            var namesakes = namesakes(piece);
            if (namesakes.size() == 1) {
                remarks.add(
                        "several students are called %s (%s): they are told apart by numbers"
                                .formatted(piece.handIn().student(), places(piece, newest)));
            }
            enter(piece, namesakes);
        }
    }

    /// Of those from the same notebook.
    private static Piece newestOf(Piece piece, List<Piece> pieces) {
        return pieces.stream()
                .filter(other -> isSameNotebook(piece.handIn(), other.handIn()))
                .max(Comparator.comparing(other -> other.handIn().written()))
                .orElseThrow();
    }

    private static String leftOut(Piece piece, Piece newest) {
        return "%s is left out: %s is of the same student, and not older"
                .formatted(piece.place(), newest.place());
    }

    /// Older versions of the course gave a notebook no key.
    private static boolean isSameNotebook(HandIn one, HandIn other) {
        return one.key().isPresent() ? one.key().equals(other.key()) : one.equals(other);
    }

    private static String places(Piece piece, List<Piece> pieces) {
        return pieces.stream()
                .filter(other -> isSameName(other.handIn().student(), piece.handIn().student()))
                .map(other -> other.place().toString())
                .collect(Collectors.joining(", "));
    }

    /// They go to the student of that name, if there is one and no other.
    void enterResults(List<Piece> pieces) {
        for (var piece : pieces) {
            var namesakes = namesakes(piece);
            if (isThere(piece.handIn().found())) {
                remarks.add(piece.place() + " is there twice; it is shown once");
            } else if (namesakes.size() == 1 && namesakes.getFirst().isNamed()) {
                entries.replaceAll(entry ->
                        entry == namesakes.getFirst() ? entry.with(piece.handIn().found()) : entry);
            } else {
                enter(piece, namesakes);
                if (piece.isNamed() && namesakes.size() > 1) {
                    remarks.add(
                            "%s may be of any of the students called %s: it is shown by itself"
                                    .formatted(piece.place(), piece.handIn().student()));
                }
            }
        }
    }

    private boolean isThere(ReportData found) {
        return entries.stream().anyMatch(entry -> entry.student().found().equals(found));
    }

    private List<Entry> namesakes(Piece piece) {
        return entries.stream()
                .filter(entry -> isSameName(entry.name(), piece.handIn().student()))
                .toList();
    }

    private void enter(Piece piece, List<Entry> namesakes) {
        var name = piece.handIn().student();
        var shown = namesakes.isEmpty() ? name : "%s (%d)".formatted(name, namesakes.size() + 1);
        entries.add(new Entry(name, Student.of(piece.handIn()).named(shown), piece.isNamed()));
    }

    /// Students write their name with small letters or large, and systems one Korean or accented letter in two ways.
    private static boolean isSameName(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// In the order of their names.
    List<Student> students() {
        return entries.stream()
                .map(Entry::student)
                .sorted(Comparator.comparing(Student::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /// A line for each file that is not where one would expect it.
    List<String> remarks() {
        return remarks;
    }
}
