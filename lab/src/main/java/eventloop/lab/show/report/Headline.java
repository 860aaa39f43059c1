package eventloop.lab.show.report;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.check.Cell;
import eventloop.lab.study.check.CheckResult;
import eventloop.lab.study.check.Finding;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.workbench.speed.Bar;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first thing one reads: the most important question that a run can answer, and its answer.
///
/// @param sentences that say more about it
public record Headline(String question, String answer, boolean isGood, List<String> sentences) {
    public static Headline of(ReportData data) {
        if (data.comparison().isPresent()) {
            return ofComparison(data.comparison().get(), NodeTarget.of(data));
        }
        if (data.claims().isPresent()) {
            return ofClaims(data.claims().get().claims());
        }
        if (data.bars().isPresent()) {
            return ofBars(data.bars().get().bars());
        }
        if (data.checks().isPresent()) {
            return ofChecks(data.checks().get());
        }
        return new Headline("What has been found?", "Nothing yet.", false, List.of());
    }

    private static Headline ofComparison(ComparisonResult comparison, NodeTarget target) {
        if (!target.isMeasured()) {
            return new Ranking(new Grid(comparison)).headline();
        }
        return new Headline(
                NodeTarget.question("here"),
                target.words(),
                target.answer().isYes(),
                target.sentences());
    }

    private static Headline ofClaims(List<ClaimResult> claims) {
        return new Headline(
                "Do the course's claims hold here?",
                count(claims),
                !claims.isEmpty()
                        && claims.stream().allMatch(claim -> claim.verdict() == Verdict.HOLDS),
                Stream.of(
                                sentence(claims, Verdict.DOES_NOT_HOLD, "Not so here"),
                                sentence(claims, Verdict.CANNOT_TELL, "Cannot be told here"))
                        .flatMap(sentences -> sentences)
                        .toList());
    }

    private static String count(List<ClaimResult> claims) {
        return named(claims, Verdict.CANNOT_TELL).count() == claims.size()
                ? "None could be told."
                : "%d of %d do.".formatted(named(claims, Verdict.HOLDS).count(), claims.size());
    }

    private static Stream<String> sentence(
            List<ClaimResult> claims, Verdict verdict, String words) {
        var ids = named(claims, verdict).collect(Collectors.joining(", "));
        return ids.isEmpty() ? Stream.of() : Stream.of("%s: %s.".formatted(words, ids));
    }

    private static Stream<String> named(List<ClaimResult> claims, Verdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).map(ClaimResult::id);
    }

    private static Headline ofBars(List<Bar> all) {
        long met = count(all, Bar.Outcome.MET);
        long measured = met + count(all, Bar.Outcome.MISSED);
        long untold = all.stream().filter(Bar::isHeld).count() - measured;
        var found = "%d of %d".formatted(met, measured);
        var others = untold == 0 ? "." : ", and %d could not be told.".formatted(untold);
        return new Headline(
                "Does step 7 reach its bars here?",
                measured == 0 ? "None could be told." : found + others,
                measured > 0 && met == measured && untold == 0,
                List.of());
    }

    private static long count(List<Bar> bars, Bar.Outcome outcome) {
        return bars.stream().filter(bar -> bar.outcome() == outcome).count();
    }

    private static Headline ofChecks(CheckResult result) {
        var surprises = result.cells().stream().filter(Cell::isSurprise).map(Cell::remark).toList();
        long told =
                result.cells().stream()
                        .filter(cell -> !(cell.finding() instanceof Finding.Unknown))
                        .count();
        long untold = (long) result.steps().size() * result.checks().size() - told;
        var yes = untold == 0 ? "Yes." : "As far as can be told here.";
        return new Headline(
                "Can each step do what it should, and no more?",
                surprises.isEmpty() ? yes : "Not quite.",
                surprises.isEmpty() && untold == 0,
                Stream.concat(surprises.stream(), untold(untold)).toList());
    }

    private static Stream<String> untold(long cells) {
        return cells == 0
                ? Stream.of()
                : Stream.of("Not told: %s.".formatted(Figures.counted(cells, "cell", "cells")));
    }

    /// In one line.
    public String inShort() {
        return question + " " + answer;
    }

    /// For a terminal.
    public String words() {
        return Stream.concat(Stream.of(inShort()), sentences.stream())
                .collect(Collectors.joining("\n  "));
    }

    /// In style sheets.
    String styleClass() {
        return isGood ? "good" : "other";
    }
}
