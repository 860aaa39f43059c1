package eventloop.lab.show.pages;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.WholeFile;
import eventloop.lab.show.lesson.Lessons;
import eventloop.lab.show.report.ClientsAtOnce;
import eventloop.lab.show.report.RandomArrivals;
import eventloop.lab.show.site.Site;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.vast.CrowdVerdict;
import eventloop.lab.study.vast.VastResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The course's pages that show what nobody has typed: stored results in tables and in pictures, and the lessons.
public record CoursePages(ResultFiles files) {
    /// From the course's directory.
    public static final List<String> PAGES =
            List.of(
                    "README.md",
                    "lab/PERFORMANCE.md",
                    "lab/jmeter/README.md",
                    "lab/link/README.md",
                    "lab/results/README.md");

    private static final String TEACHING = "slides/teaching.md";
    private static final String CLAIMS_OF_SLIDES = "slides/src/deck/claims.adoc";
    private static final String DRAWINGS = "lab/site/drawings";
    private static final String CLIENTS_AT_ONCE = DRAWINGS + "/clients-at-once.svg";

    /// All files that are made, or in which something is, with what has to be in them now: pages, pictures, claims
    /// for the slides, plans of a class, lessons, and the site that is made of them.
    public Map<Path, String> fresh() throws IOException {
        var fresh = new LinkedHashMap<Path, String>();
        var results = new StoredResults(files);
        var places = Places.of(results);
        for (var page : PAGES) {
            var text = places.refresh(page, Files.readString(files.course().resolve(page)));
            fresh.put(files.course().resolve(page), text);
            fresh.putAll(places.pictures.files(text));
        }
        var vast = vast(results);
        var ofCrowds = vast.map(VastResult::verdicts).orElse(List.of());
        fresh.put(files.course().resolve(CLAIMS_OF_SLIDES), claimsOfSlides(results, ofCrowds));
        vast.map(CoursePages::clientsAtOnce)
                .ifPresent(drawing -> fresh.put(files.course().resolve(CLIENTS_AT_ONCE), drawing));
        for (var drawing : List.of(RandomArrivals.arrivals(), RandomArrivals.waiting())) {
            fresh.put(
                    files.course().resolve(DRAWINGS).resolve(drawing.name() + ".svg"),
                    drawing.file());
        }
        var lessons = Lessons.of(files).fresh();
        lessons.replaceAll((lesson, text) ->
                places.refresh(files.course().relativize(lesson).toString(), text));
        fresh.putAll(lessons);
        fresh.putAll(new Site(files.course()).pages(lessons));
        var teaching = files.course().resolve(TEACHING);
        var sessions = new ClassSessions(files.course());
        fresh.put(teaching, sessions.refresh(Files.readString(teaching)));
        return fresh;
    }

    /// What a page leaves to be filled in.
    private record Places(StoredTables tables, StoredPictures pictures) {
        static Places of(StoredResults results) {
            return new Places(new StoredTables(results), new StoredPictures(results));
        }

        String refresh(String page, String text) {
            return pictures.refresh(page, tables.refresh(page, text));
        }
    }

    /// One file for lessons, slides and the site: light or dark, as whoever looks at it prefers.
    private static String clientsAtOnce(VastResult vast) {
        return ClientsAtOnce.of(vast).picture().file();
    }

    private static String claimsOfSlides(StoredResults results, List<CrowdVerdict> ofCrowds) {
        return switch (results.named("claims")) {
            case ClaimsResult claims -> ClaimSlides.of(claims, ofCrowds);
            default -> throw new IllegalArgumentException("these are no claims");
        };
    }

    /// Empty if nobody has stored one.
    private Optional<VastResult> vast(StoredResults results) {
        if (!Files.isRegularFile(files.saved("vast"))) {
            return Optional.empty();
        }
        return switch (results.named("vast")) {
            case VastResult vast -> Optional.of(vast);
            default -> throw new IllegalArgumentException("these are no clients at once");
        };
    }

    /// The page as the stored results have it now.
    ///
    /// @param page from the course's directory
    /// @throws IllegalArgumentException if the page names a result or a picture that there is not
    String refresh(String page, String text) {
        return Places.of(new StoredResults(files)).refresh(page, text);
    }

    /// Brings all of them up to date.
    public void write() throws IOException {
        write(fresh());
    }

    /// Most of a lesson is written by hand, and this may be all that there is of it: a full disk leaves the old one.
    static void write(Map<Path, String> fresh) throws IOException {
        for (var file : fresh.entrySet()) {
            Files.createDirectories(file.getKey().resolveSibling(""));
            WholeFile.write(file.getKey(), file.getValue());
        }
    }
}
