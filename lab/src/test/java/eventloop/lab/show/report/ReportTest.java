package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Measurement.NotTimed;
import eventloop.lab.workbench.speed.Bar;
import eventloop.lab.workbench.speed.SpeedResult;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
    /// The report of all examples, for the tests that only read it.
    @TempDir private static Path written;

    private static Document all;

    @TempDir private Path directory;

    @BeforeAll
    static void writeAll() throws Exception {
        all = Jsoup.parse(Files.readString(Report.write(written, Examples.all())));
    }

    @Test
    void aPageIsWellFormed() throws Exception {
        parseStrictly(Files.readString(written.resolve(Report.PAGE)));
    }

    @Test
    void aPageNeedsNothingButItself() throws Exception {
        assertThat(all.select("script, link, img, iframe, object, [src]")).isEmpty();
        assertThat(all.select("[href]").eachAttr("href"))
                .allMatch(link -> link.startsWith("#") || link.equals("data.json"));
        assertThat(all.select("style").html()).doesNotContain("url(", "@import");
    }

    @Test
    void everyServerIsInEveryPictureOfTheComparison() throws Exception {
        var pictures = all.select("section:not(#claims, #garbage, #memory-per-client) svg");

        assertThat(pictures).hasSize(7);
        for (var picture : pictures) {
            assertThat(picture.select("text").eachText())
                    .containsAll(Examples.comparison().conditions().servers());
        }
    }

    @Test
    void aShadeIsExplainedWhereOneIsDrawn() throws Exception {
        var withoutNode = Examples.comparison(List.of("step03-selector"), List.of(1000, 5000));

        assertThat(all.select("#response-mean").text()).contains("The shade is");
        assertThat(all.select("#response-mean svg .area")).isNotEmpty();
        var page = page(ReportData.of(withoutNode));
        assertThat(page.select("#response-mean").text()).doesNotContain("shade");
        assertThat(page.select("#response-mean svg .area")).isEmpty();
    }

    /// A letter of these pictures is at most so wide, bold and with a mark before it.
    @Test
    void anAnswerAtTheEndOfARowIsInsideItsPicture() throws Exception {
        for (var claim : Examples.claims().claims()) {
            var alone = new ClaimsResult(Examples.claims().provenance(), List.of(claim));
            var picture = page(ReportData.of(alone)).select("#claims svg").getFirst();
            double width = Double.parseDouble(picture.attr("viewBox").split(" ")[2]);
            var answer = picture.select(".answer:not(.small)").getFirst();
            double end = Double.parseDouble(answer.attr("x")) + 13 * answer.text().length();

            assertThat(end).isLessThanOrEqualTo(width);
        }
    }

    @Test
    void everySectionNamesTheRunItComesFrom() throws Exception {
        assertThat(all.select("#claims .origin").text())
                .contains(Examples.claims().provenance().command());
        assertThat(all.select("section:not(#background)"))
                .allMatch(section -> section.select(".origin").hasText());
    }

    @Test
    void memoryOfAFurtherClientIsDrawnForEveryServerTimedUnderTwoLoads() throws Exception {
        var section = all.select("#memory-per-client");

        var figures = section.select("tbody tr").stream().filter(row -> row.text().contains("KiB"));
        var servers = figures.map(row -> row.select("th").text()).toList();
        assertThat(servers).hasSizeGreaterThan(2);
        assertThat(section.select("svg text").eachText()).containsAll(servers);
    }

    @Test
    void underOneLoadNothingTellsWhatAFurtherClientCosts() throws Exception {
        var comparison = Examples.comparison(List.of("node"), List.of(1000));

        assertThat(page(ReportData.of(comparison)).select("#memory-per-client")).isEmpty();
    }

    /// As where a machine tells nothing of its processes.
    @Test
    void aCostOfWhichNothingIsKnownIsNoSection() throws Exception {
        var node = Examples.comparison(List.of("node"), List.of(1000));

        assertThat(page(ReportData.of(node)).select("#garbage")).isEmpty();
    }

    @Test
    void serversThatHaveNoSuchFigureAreLeftOut() throws Exception {
        assertThat(all.select("#garbage svg text").eachText())
                .contains("step07-zerocopy")
                .doesNotContain("nginx");
    }

    @Test
    void everyReasonIsInATable() throws Exception {
        var cells = all.select("td").eachText();

        assertThat(reasons(Examples.comparison()))
                .hasSizeGreaterThan(1)
                .allSatisfy(reason -> assertThat(cells).contains(reason));
    }

    @Test
    void loadThatAServerCannotTakeIsNoPointInAPictureButAReasonInItsTable() throws Exception {
        var failing = Map.of(Failure.UNAVAILABLE, 82L);
        var page =
                page(
                        ReportData.of(
                                Examples.comparison(
                                        List.of(
                                                Examples.timed("nginx", 1000, 1, 1, 100),
                                                Examples.timed("nginx", 5000, 1, 1, 100),
                                                Examples.timed("node", 1000, 1, 1, 100),
                                                Examples.timed("node", 5000, 1, 0, 18, failing)))));

        for (var section : List.of("#response-mean", "#requests-per-second")) {
            assertThat(page.select(section + " tr:has(th:contains(node)) td").eachText().getLast())
                    .isEqualTo("cannot take this level: 82 % failed, answered 503");
            assertThat(page.select(section + " svg .cross")).hasSize(1);
        }
    }

    @Test
    void aMeanThatMayBeTheLoadsIsRoughInItsTableToo() throws Exception {
        var late = Examples.timed("node", 1000, 1, Examples.LATENESS_MILLIS, 100);
        var page = page(ReportData.of(Examples.comparison(List.of(late))));

        assertThat(page.select("#response-mean td").eachText()).containsExactly("≈ 0.02 ms");
        assertThat(page.select("#all-figures td").eachText()).contains("≈ 0.02 ms");
    }

    @Test
    void whatTheOthersDoBesideASlowFileIsToldOrWhyItIsNotKnown() throws Exception {
        var servers = List.of("step03-selector", "step05-workers", "node");
        var example = Examples.comparison(servers, List.of(1000));
        var found = Map.of("step03-selector", "wait", "step05-workers", "?");
        var comparison =
                new ComparisonResult(
                        example.provenance(),
                        example.conditions(),
                        example.measurements(),
                        List.of(),
                        Optional.of(found));

        assertThat(page(ReportData.of(comparison)).select("#slow-file tbody tr").eachText())
                .containsExactlyInAnyOrder(
                        "step03-selector wait",
                        "step05-workers could not be told",
                        "node not looked at: only the disk of a step can be slowed down");
        assertThat(page(ReportData.of(example)).select("#slow-file")).isEmpty();
    }

    @Test
    void everyClaimHasItsVerdictAndItsReason() throws Exception {
        for (var claim : Examples.claims().claims()) {
            assertThat(all.select("#claims svg text").eachText()).contains(claim.id());
            var row = all.select("#claims tr:has(th:contains(" + claim.id() + "))").first();
            assertThat(row.text()).contains(claim.verdict().words(), claim.reason());
        }
    }

    @Test
    void everyPictureHasATitleADescriptionAndItsFiguresAsATable() throws Exception {
        for (var section : all.select("section:has(svg)")) {
            assertThat(section.select("svg[role=img] > title")).hasSize(1);
            assertThat(section.select("svg > desc").text()).isNotBlank();
            assertThat(section.select("figcaption").text()).isNotBlank();
            assertThat(section.select("details table")).isNotEmpty();
        }
    }

    @Test
    void idsAreUnique() throws Exception {
        assertThat(all.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void machineVersionsAndConditionsAreTold() throws Exception {
        var background = all.select("#background").text();
        var provenance = Examples.comparison().provenance();

        assertThat(background)
                .contains(
                        provenance.processor(),
                        provenance.operatingSystem(),
                        provenance.jdk(),
                        provenance.commit(),
                        provenance.command(),
                        "5,000 requests a second",
                        "taskset --cpu-list 0",
                        "-XX:+UseSerialGC");
    }

    @Test
    void doubtsNameThoseWhomTheyTouch() throws Exception {
        assertThat(all.select(".doubts").text())
                .contains("p99: the load generator was late itself")
                .contains("step03-selector with 5,000 clients");
    }

    @Test
    void whereNothingIsToBeDoubtedThatIsSaid() throws Exception {
        var background = page(ReportData.of(Examples.claims())).select("#background");

        assertThat(background.text()).contains("nothing that would speak against");
        assertThat(background.select("#doubts, .doubts")).isEmpty();
    }

    @Test
    void namesAndReasonsCannotBreakAPage() throws Exception {
        var evil = "</style><script>alert('&')</script>";
        var measurement = new Measurement("step07-zerocopy", 1000, 1, new NotTimed(evil));

        var page = page(ReportData.of(Examples.comparison(List.of(measurement))));
        parseStrictly(Files.readString(directory.resolve(Report.PAGE)));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("td").eachText()).contains(evil);
    }

    @Test
    void whatStepsCanDoIsATableOfMarks() throws Exception {
        var page = page(ReportData.of(Examples.all().checks().orElseThrow()));

        assertThat(page.select("#checks thead").first().text())
                .isEqualTo("check step 1 step 2 step 3 step 4 step 5 step 6 step 7");
        var row = page.select("#checks tr:has(th:contains(200 clients keep))").first();
        assertThat(row.select("td").eachText()).containsExactly("✓", "✗", "✓", "✓", "✓", "✓", "✓");
        assertThat(page.select("#checks").text())
                .contains("a client keeps its thread as long as it keeps its connection");
        assertThat(page.select("p.answer").text()).isEqualTo("Not quite.");
        assertThat(page.select(".sentences").text()).contains("invented: it does not answer");
    }

    @Test
    void barsAreATable() throws Exception {
        var page = page(ReportData.of(Examples.all().bars().orElseThrow()));

        assertThat(page.select("#bars td").eachText()).contains("✓ met", "✗ missed");
        assertThat(page.select("p.answer").text()).isEqualTo("1 of 2, and 1 could not be told.");
    }

    @Test
    void barsThatCouldNotBeToldAreNoGoodAnswer() throws Exception {
        var bars = Examples.all().bars().orElseThrow();

        assertThat(headline(bars, Bar.Outcome.MET).isGood()).isTrue();
        assertThat(headline(bars, Bar.Outcome.MET, Bar.Outcome.CANNOT_TELL))
                .satisfies(
                        headline -> assertThat(headline.isGood()).isFalse(),
                        headline ->
                                assertThat(headline.answer())
                                        .isEqualTo("1 of 1, and 1 could not be told."));
        assertThat(headline(bars, Bar.Outcome.CANNOT_TELL).answer())
                .isEqualTo("None could be told.");
    }

    @Test
    void noClaimsAreNoGoodAnswer() throws Exception {
        var none = new ClaimsResult(Examples.claims().provenance(), List.of());

        assertThat(Headline.of(ReportData.of(none)))
                .satisfies(
                        headline -> assertThat(headline.isGood()).isFalse(),
                        headline -> assertThat(headline.answer()).isEqualTo("None could be told."));
    }

    private static Headline headline(SpeedResult like, Bar.Outcome... outcomes) {
        var bars =
                Stream.of(outcomes)
                        .map(outcome ->
                                new Bar("work", "≤ 1 s", "1 s", outcome, "", List.of(), List.of()))
                        .toList();
        return Headline.of(
                ReportData.of(new SpeedResult(like.provenance(), List.of(), Map.of(), bars)));
    }

    @Test
    void theSameDataMakeTheSameFiles() throws Exception {
        Report.write(directory, Examples.all());

        assertThat(namesIn(directory))
                .isEqualTo(namesIn(written))
                .contains(Report.PAGE, Report.DATA, "report.md", "response-mean.svg")
                .allSatisfy(name ->
                        assertThat(directory.resolve(name))
                                .hasSameBinaryContentAs(written.resolve(name)));
    }

    private static Set<String> namesIn(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void picturesInFilesAreWellFormedAndBringTheirStyle() throws Exception {
        var picture = Files.readString(written.resolve("response-mean.svg"));
        parseStrictly(picture);
        assertThat(picture).contains("<style>", "prefers-color-scheme: dark");
    }

    @Test
    void theDataMakeTheReportAgain() throws Exception {
        assertThat(StoredRun.read(List.of(written))).isEqualTo(Examples.all());
    }

    @Test
    void whatIsMissingIsLeftOut() throws Exception {
        var onlyClaims = page(ReportData.of(Examples.claims()));
        assertThat(onlyClaims.select("main > section").eachAttr("id"))
                .containsExactly("claims", "background");
        assertThat(onlyClaims.select("p.answer").text()).isEqualTo("5 of 8 do.");

        var nothing = page(ReportData.NOTHING);
        assertThat(nothing.select("main > section").eachAttr("id")).containsExactly("background");
    }

    @Test
    void oneNumberOfClientsIsShownInRows() throws Exception {
        var servers = List.of("step03-selector", "step07-zerocopy");
        var page = page(ReportData.of(Examples.comparison(servers, List.of(5000))));

        assertThat(page.select("#response-mean svg text").eachText())
                .contains("5,000 clients", "step03-selector", "step07-zerocopy");
        assertThat(page.select(".sentences").text())
                .startsWith("With 5,000 clients: step07-zerocopy ")
                .contains("step03-selector");
    }

    private Document page(ReportData data) throws Exception {
        return Jsoup.parse(Files.readString(Report.write(directory, data)));
    }

    private static List<String> reasons(ComparisonResult result) {
        return result.measurements().stream()
                .map(Measurement::outcome)
                .filter(NotTimed.class::isInstance)
                .map(outcome -> ((NotTimed) outcome).reason())
                .distinct()
                .toList();
    }

    /// Stricter than any browser.
    private static void parseStrictly(String markup) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
    }
}
