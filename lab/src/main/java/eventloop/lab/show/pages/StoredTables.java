package eventloop.lab.show.pages;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.StoredResult;
import eventloop.lab.study.check.CheckResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.workbench.bench.BenchmarkResult;
import eventloop.lab.workbench.speed.SpeedResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Puts stored results into the pages that show them, so that no figure on a page was typed. A page says
/// where a table belongs:
///
/// ```
/// <!-- results: NAME -->
/// … made from lab/results/NAME.json …
/// <!-- end of results -->
/// ```
public final class StoredTables {
    /// The pages that show results, from the course's directory.
    public static final List<String> PAGES =
            List.of("README.md", "lab/README.md", "lab/PERFORMANCE.md");

    private static final Pattern PLACE =
            Pattern.compile(
                    "(<!-- results: ([\\w.-]+) -->\n).*?(<!-- end of results -->)", Pattern.DOTALL);

    /// What pages can show, each known by a part that only it has.
    private static final Map<String, Class<? extends StoredResult>> KINDS =
            Map.of(
                    "measurements", ComparisonResult.class,
                    "cells", CheckResult.class,
                    "claims", ClaimsResult.class,
                    "bars", SpeedResult.class,
                    "scores", BenchmarkResult.class);

    private final ResultFiles files;

    public StoredTables(ResultFiles files) {
        this.files = files;
    }

    /// The page with the tables as the stored results have them now.
    ///
    /// @param page one of [#PAGES]
    /// @throws IllegalArgumentException if the page names a result that is not stored
    public String refresh(String page, String text) {
        var directory = files.course().resolve(page).resolveSibling("");
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                place.group(1)
                                        + table(place.group(2), directory)
                                        + place.group(3)));
    }

    /// @param directory that of the page
    private String table(String name, Path directory) {
        var file = files.saved(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no result " + file);
        }
        var result = read(file);
        var link = directory.relativize(file).toString().replace('\\', '/');
        return """

        %s

        Made by `%s`, and kept in [`%s`](%s).

        """
                .formatted(result.shown(), result.provenance().command(), link, link);
    }

    private static StoredResult read(Path file) {
        try {
            var json = Files.readString(file);
            return Json.read(json, kind(Json.read(json, JsonNode.class), file));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static Class<? extends StoredResult> kind(JsonNode result, Path file) {
        return KINDS.keySet().stream()
                .filter(result::has)
                .findFirst()
                .map(KINDS::get)
                .orElseThrow(() -> new IllegalArgumentException("no page can show " + file));
    }
}
