package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Pair;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.compare.ComparisonResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassReportTest {
    @TempDir private Path directory;

    @Test
    void everyMachineIsInTheTable() throws Exception {
        var page = page(machine("ara", claim(Verdict.HOLDS, 3)), machine("bit", comparison(1)));

        assertThat(page.select("#machines tbody th").eachText()).containsExactly("ara", "bit");
        assertThat(page.select("#machines td").eachText()).contains("claims", "comparison");
    }

    @Test
    void verdictsAreCountedAndRatiosSpreadOverMachines() throws Exception {
        var page =
                page(
                        machine("ara", claim(Verdict.HOLDS, 3)),
                        machine("bit", claim(Verdict.HOLDS, 8)),
                        machine("choi", claim(Verdict.DOES_NOT_HOLD, 1.2)));

        assertThat(page.select("#claims svg text").eachText())
                .contains("C01", "holds on 2", "does not hold on 1");
        assertThat(page.select("#claims svg .marker")).hasSize(3);
        assertThat(page.select("#claims tbody td").eachText())
                .contains("2", "1", "0", "3.00 (1.20 to 8.00)");
    }

    @Test
    void stepsAreSetBesideStepOneOfTheSameMachine() throws Exception {
        var page = page(machine("ara", comparison(1.5)), machine("bit", comparison(2)));

        var row = page.select("#relative-requests tr:has(th:contains(step03-selector))").first();
        assertThat(row.select("td").eachText()).containsExactly("2", "1.50", "1.75", "2.00");
    }

    @Test
    void stepsAreSetBesideNodeWhereNobodyHasTimedStepOne() throws Exception {
        var comparison = Examples.comparison(List.of("step07-zerocopy", "node"), List.of(1000));

        assertThat(page(machine("ara", comparison)).select("#relative-mean h2").text())
                .contains("beside node");
    }

    @Test
    void theAnswerCountsMachinesThatHaveMeasured() throws Exception {
        var page = page(machine("ara", comparison(1)), machine("bit", claim(Verdict.HOLDS, 3)));

        assertThat(page.select("p.answer").text()).isEqualTo("On 1 of 1 machines.");
        assertThat(page.select(".sentences").text()).isEqualTo("Not measured on bit.");
        assertThat(page.select("#node svg text").eachText()).contains("ara").doesNotContain("bit");
    }

    /// Nobody has asked about node.
    @Test
    void whereOnlyClaimsWerePutToTheTestTheHeadlineIsAboutThem() throws Exception {
        var page =
                page(
                        machine("ara", claim(Verdict.HOLDS, 3)),
                        machine("bit", claim(Verdict.DOES_NOT_HOLD, 1.2)));

        assertThat(page.select("h1").text()).contains("claims").doesNotContain("node");
        assertThat(page.select("p.answer").text()).isEqualTo("0 of 1.");
        assertThat(page.select(".sentences").text()).isEqualTo("Not everywhere: C01.");
    }

    @Test
    void absoluteFiguresOfTwoMachinesAreNotSetBesideEachOther() throws Exception {
        var page = page(machine("ara", comparison(1)), machine("bit", comparison(2)));

        assertThat(page.select("svg text").eachText())
                .isNotEmpty()
                .noneMatch(text -> text.endsWith(" ms") || text.endsWith("MiB"));
    }

    @Test
    void theDataOfAllMachinesAreKept() throws Exception {
        page(machine("ara", comparison(1)), machine("bit", claim(Verdict.HOLDS, 3)));

        assertThat(Files.readString(directory.resolve("class.json")))
                .contains("\"ara\"", "\"bit\"", "step03-selector");
    }

    private Document page(Machine... machines) throws Exception {
        return Jsoup.parse(Files.readString(ClassReport.write(directory, List.of(machines))));
    }

    /// @param ratio of step 3's requests a second to step 1's
    private static ComparisonResult comparison(double ratio) throws Exception {
        return Examples.comparison(
                List.of(
                        Examples.timed("step01-blocking", 1000, 1, 1, 10_000),
                        Examples.timed("step03-selector", 1000, 1, 1, (long) (10_000 * ratio)),
                        Examples.timed("node", 1000, 1, 1, 10_000)));
    }

    private static ClaimsResult claim(Verdict verdict, double ratio) throws Exception {
        var claim =
                new ClaimResult(
                        "C01",
                        "One is higher than the other.",
                        "1 Problem raised",
                        "step03",
                        "requests/s",
                        "requests/s",
                        "step03",
                        "step01",
                        "at least 2 times as high",
                        List.of(new Pair(ratio, 1)),
                        verdict,
                        "at least 2 times as high in 1 of 1 rounds",
                        OptionalDouble.empty(),
                        1);
        return new ClaimsResult(Examples.claims().provenance(), List.of(claim));
    }

    private static Machine machine(String name, ComparisonResult comparison) {
        return new Machine(name, ReportData.of(comparison));
    }

    private static Machine machine(String name, ClaimsResult claims) {
        return new Machine(name, ReportData.of(claims));
    }
}
