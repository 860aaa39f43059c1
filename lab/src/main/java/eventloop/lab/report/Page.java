package eventloop.lab.report;

import eventloop.lab.report.plot.Picture;
import java.util.List;

/// All that fills the gaps of a report's [Template].
///
/// @param styleClass of the answer
/// @param figures behind the answer, a sentence each
/// @param doubts reasons not to trust the figures
record Page(
        String title,
        String question,
        String answer,
        String styleClass,
        List<String> figures,
        List<Section> sections,
        List<Fact> doubts,
        List<Fact> conditions,
        List<Origin> origins) {

    /// Where the figures of a part come from.
    record Origin(String of, List<Fact> facts) {}

    String style() {
        return Template.text("report.css") + Picture.style();
    }
}
