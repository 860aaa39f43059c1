package eventloop.lab.report;

import eventloop.lab.report.plot.Picture;
import java.util.List;

/// A part of a report that answers one question.
///
/// @param id within the page
/// @param title the question
/// @param reading how to read the picture and the table
/// @param pictures one or none
/// @param tables the same figures
/// @param isOpen whether tables beside a picture are to be seen at once
record Section(
        String id,
        String title,
        String reading,
        List<Picture> pictures,
        List<DataTable> tables,
        boolean isOpen) {
    Section(
            String id,
            String title,
            String reading,
            List<Picture> pictures,
            List<DataTable> tables) {
        this(id, title, reading, pictures, tables, false);
    }

    /// Tables beside a picture can be opened; without one they are what is to be seen.
    boolean isPictured() {
        return !pictures.isEmpty();
    }
}
