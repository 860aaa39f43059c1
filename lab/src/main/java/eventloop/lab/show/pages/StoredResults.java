package eventloop.lab.show.pages;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.StoredResult;
import eventloop.lab.study.agreement.AgreementResult;
import eventloop.lab.study.check.CheckResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.link.LinkResult;
import eventloop.lab.study.peers.PeersResult;
import eventloop.lab.study.vast.VastResult;
import eventloop.lab.workbench.bench.BenchmarkResult;
import eventloop.lab.workbench.speed.SpeedResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The results that are kept to be shown to others, by their names, for the tables and pictures of one rendering.
/// Each is read once, for one may be some megabytes, and pages have many places for it.
final class StoredResults {
    /// What pages can show, each known by a part that only it has.
    private static final Map<String, Class<? extends StoredResult>> KINDS =
            Map.of(
                    "measurements", ComparisonResult.class,
                    "cells", CheckResult.class,
                    "stands", VastResult.class,
                    "claims", ClaimsResult.class,
                    "bars", SpeedResult.class,
                    "scores", BenchmarkResult.class,
                    "topics", PeersResult.class,
                    "standingStill", AgreementResult.class,
                    "cables", LinkResult.class);

    private final ResultFiles files;
    private final Map<String, StoredResult> read = new HashMap<>();

    StoredResults(ResultFiles files) {
        this.files = files;
    }

    Path course() {
        return files.course();
    }

    /// @throws IllegalArgumentException if there is none
    StoredResult named(String name) {
        return read.computeIfAbsent(name, _ -> read(file(name)));
    }

    private static StoredResult read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no result " + file);
        }
        try {
            var json = Files.readString(file);
            return Json.read(json, kind(Json.read(json, JsonNode.class), file));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    Path file(String name) {
        return files.saved(name);
    }

    private static Class<? extends StoredResult> kind(JsonNode result, Path file) {
        return KINDS.keySet().stream()
                .filter(result::has)
                .findFirst()
                .map(KINDS::get)
                .orElseThrow(() -> new IllegalArgumentException("no page can show " + file));
    }
}
