package eventloop.lab.show.report;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.show.report.plot.Picture;
import java.util.List;

/// A part of a report that answers one question.
///
/// @param id within the page
/// @param title the question
/// @param reading how to read the picture and the table
/// @param pictures in their order; none where there is only a table
/// @param tables the same figures
/// @param isOpen whether tables beside a picture are to be seen at once
/// @param origin the run that has found it, in one line
record Section(
        String id,
        String title,
        String reading,
        List<Picture> pictures,
        List<DataTable> tables,
        boolean isOpen,
        String origin) {
    Section(
            String id,
            String title,
            String reading,
            List<Picture> pictures,
            List<DataTable> tables,
            boolean isOpen) {
        this(id, title, reading, pictures, tables, isOpen, "");
    }

    Section(
            String id,
            String title,
            String reading,
            List<Picture> pictures,
            List<DataTable> tables) {
        this(id, title, reading, pictures, tables, false);
    }

    Section from(Provenance run) {
        return new Section(
                id,
                title,
                reading,
                pictures,
                tables,
                isOpen,
                "From the run of %s, %s.".formatted(run.date(), run.command()));
    }

    /// Tables beside a picture can be opened; without one they are what is to be seen.
    boolean isPictured() {
        return !pictures.isEmpty();
    }
}
