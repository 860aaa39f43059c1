package eventloop.lab.show.report;

import eventloop.lab.show.report.CollectedFiles.Piece;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a class has handed in, joined by the students' names.
///
/// @param students in the order of their names
/// @param remarks a line for each file that is not shown, or not as one would expect
public record Collected(List<Student> students, List<String> remarks) {

    /// @param places files, or folders of files, of several students or machines; `NAME=` before one says whose it is
    /// @throws UnreadableResultException if there is nothing to be shown
    public static Collected from(List<Path> places) throws UnreadableResultException {
        var files = new CollectedFiles();
        places.forEach(files::read);
        if (files.pieces().isEmpty()) {
            throw new UnreadableResultException(String.join("; ", files.remarks()));
        }
        var handIns = files.pieces().stream().filter(Piece::isOfStudent).toList();
        var results = files.pieces().stream().filter(piece -> !piece.isOfStudent()).toList();

        var register = new ClassRegister();
        register.enterStudents(handIns);
        // Whose results these are is known of some; the others find their owner among all.
        register.enterResults(results.stream().filter(Piece::isNamed).toList());
        register.enterResults(results.stream().filter(piece -> !piece.isNamed()).toList());
        return new Collected(
                register.students(),
                Stream.concat(files.remarks().stream(), register.remarks().stream()).toList());
    }
}
