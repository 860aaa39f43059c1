package eventloop.lab.show.report;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.WholeFile;
import eventloop.lab.show.report.plot.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Shows what a run has found: as a page that needs nothing but itself, as pictures and a Markdown page for
/// READMEs, and as data from which all of it can be made again.
///
/// Every figure in them comes from the data. The same data make the same files, byte for byte.
public final class Report {
    static final String PAGE = "report.html";
    static final String DATA = "data.json";

    private static final String AGAIN = "./course report RUN";

    private Report() {}

    /// @param directory of the run; files that a report has written before are replaced
    /// @return the page
    public static Path write(Path directory, ReportData data) throws IOException {
        return write(directory, page(data), data);
    }

    /// All pictures that a report about the same data has.
    public static Stream<Picture> pictures(ReportData data) {
        return Sections.of(data).stream().flatMap(section -> section.pictures().stream());
    }

    static Path write(Path directory, ReportPage page, Object data) throws IOException {
        Files.createDirectories(directory);
        for (var section : page.sections()) {
            for (var picture : section.pictures()) {
                WholeFile.write(directory.resolve(picture.name() + ".svg"), picture.file());
            }
        }
        WholeFile.write(directory.resolve("report.md"), Template.MARKDOWN.fill(page));
        WholeFile.write(directory.resolve(page.data()), Json.indented(data) + "\n");
        return WholeFile.write(directory.resolve(PAGE), Template.PAGE.fill(page));
    }

    private static ReportPage page(ReportData data) {
        return new ReportPage(
                "What this machine has found",
                Headline.of(data),
                Sections.of(data),
                Background.doubts(data),
                Background.conditions(data),
                data.origins().entrySet().stream()
                        .map(origin ->
                                new ReportPage.Origin(
                                        origin.getKey(), Background.origin(origin.getValue())))
                        .toList(),
                DATA,
                AGAIN);
    }
}
