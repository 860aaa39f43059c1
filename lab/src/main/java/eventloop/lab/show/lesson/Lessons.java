package eventloop.lab.show.lesson;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Ledger;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.peers.PeersResult;
import eventloop.lab.study.vast.CrowdVerdict;
import eventloop.lab.study.vast.VastResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lessons, with all that stands in them and was not typed.
///
/// @param pages the files
public record Lessons(List<Path> pages, Blocks blocks) {
    public static Lessons of(ResultFiles files) throws IOException {
        var course = files.course();
        var claims =
                new ClaimQuotes(
                        Ledger.read(course.resolve("lab/claims.yaml")),
                        files.read("claims", ClaimsResult.class),
                        crowds(files));
        var peers = files.read("peers", PeersResult.class);
        var exercises = new ExerciseTables(Exercises.in(course));
        return new Lessons(
                LessonPages.in(course),
                new Blocks(
                        Map.of(
                                "code", CodeRegions.in(course)::shown,
                                "console", new RecordedRuns(files)::shown,
                                "claim", claims::shown,
                                "peers", (topic, _, _) -> peers.markdown(topic),
                                "projection", new TenMillion(files)::shown,
                                "exercises", exercises::shown)));
    }

    private static List<CrowdVerdict> crowds(ResultFiles files) throws IOException {
        return files.find("vast", VastResult.class).map(VastResult::verdicts).orElse(List.of());
    }

    /// What has to be in each of the files now.
    ///
    /// @throws IllegalArgumentException if one of them shows what there is not
    public Map<Path, String> fresh() throws IOException {
        var fresh = new LinkedHashMap<Path, String>();
        for (var page : pages) {
            fresh.put(page, blocks.refresh(page, Files.readString(page)));
        }
        return fresh;
    }
}
