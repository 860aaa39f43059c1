package eventloop.lab.report;

import eventloop.lab.Json;
import eventloop.lab.compare.ComparisonResult;
import eventloop.lab.result.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows what a run has found: as a page that needs nothing but itself, as pictures and a Markdown page for
/// READMEs, and as data from which all of it can be made again.
///
/// Every figure in them comes from the data. The same data make the same files, byte for byte.
public final class Report {
    static final String PAGE = "report.html";
    static final String DATA = "data.json";

    private static final String AGAIN = "./course report";

    private Report() {}

    /// @param directory of the run; files that a report has written before are replaced
    /// @return the page
    public static Path write(Path directory, ReportData data) throws IOException {
        return write(directory, page(data), data);
    }

    static Path write(Path directory, Page page, Object data) throws IOException {
        Files.createDirectories(directory);
        for (var section : page.sections()) {
            for (var picture : section.pictures()) {
                Files.writeString(directory.resolve(picture.name() + ".svg"), picture.file());
            }
        }
        Files.writeString(directory.resolve("report.md"), Template.MARKDOWN.fill(page));
        Files.writeString(directory.resolve(page.data()), Json.indented(data) + "\n");
        return Files.writeString(directory.resolve(PAGE), Template.PAGE.fill(page));
    }

    private static Page page(ReportData data) {
        var target = NodeTarget.of(data);
        return new Page(
                "What this machine has found",
                NodeTarget.question("here"),
                target.answer().words(),
                target.answer().styleClass(),
                target.sentences(),
                Sections.of(data),
                Background.doubts(data),
                Background.conditions(data),
                origins(data),
                DATA,
                AGAIN);
    }

    private static List<Page.Origin> origins(ReportData data) {
        return Stream.of(
                        data.comparison()
                                .map(ComparisonResult::provenance)
                                .map(from -> origin("the comparison", from)),
                        data.claims().map(claims -> origin("the claims", claims.provenance())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Page.Origin origin(String of, Provenance provenance) {
        return new Page.Origin(of, Background.origin(provenance));
    }
}
