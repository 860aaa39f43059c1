package eventloop.lab.show.report;

import eventloop.lab.measure.resource.Resource;
import eventloop.lab.show.report.plot.Picture;
import java.util.List;

/// All that fills the gaps of a report's [Template].
///
/// @param doubts reasons not to trust the figures
/// @param data the file with all of them
/// @param again the command that makes the page again
record ReportPage(
        String title,
        Headline headline,
        List<Section> sections,
        List<Fact> doubts,
        List<Fact> conditions,
        List<Origin> origins,
        String data,
        String again) {

    /// Where the figures of a part come from.
    record Origin(String part, List<Fact> facts) {}

    boolean isDoubted() {
        return !doubts.isEmpty();
    }

    boolean isConditioned() {
        return !conditions.isEmpty();
    }

    String style() {
        return Resource.text(ReportPage.class, "report.css") + Picture.style();
    }
}
