package eventloop.lab.show.pages;

import eventloop.lab.measure.server.FailedBuildException;
import eventloop.lab.measure.server.ModuleBuild;
import eventloop.lab.measure.server.SourceChecksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The built slides, which a build of the servers leaves out: they are made when somebody wants to see them.
public record SlideDeck(Path course) {
    private static final List<String> MADE_FROM =
            List.of(
                    "slides/pom.xml",
                    "slides/src/deck",
                    "lab/site/favicon.svg",
                    "lab/site/drawings",
                    "lab/results/pictures",
                    "lab/results/screens");

    /// The folder with all that the deck needs; `index.html` also opens from disk.
    public Path directory() {
        return target().resolve("deck");
    }

    private ModuleBuild moduleBuild() {
        return new ModuleBuild(course, "slides");
    }

    private Path target() {
        return moduleBuild().target();
    }

    private Path page() {
        return directory().resolve("index.html");
    }

    /// Holds the checksum of what the deck was built from, and that of its page: another page is there after a build
    /// that has failed, or that was somebody else's.
    private Path stamp() {
        return target().resolve("deck.checksum");
    }

    public boolean isStale() throws IOException {
        return !Files.exists(page())
                || !Files.exists(stamp())
                || !Files.readString(stamp()).equals(stampOf(checksumOfSources()));
    }

    private String stampOf(String sources) throws IOException {
        return sources + " " + SourceChecksum.of(course, Stream.of(page()));
    }

    /// @throws FailedBuildException if that does not go well; the message says where Maven has said why
    public void build(String maven) throws IOException, InterruptedException {
        var sources = checksumOfSources();
        moduleBuild().run(maven, "the slides cannot be built", "asciidoctor:process-asciidoc@deck");
        Files.writeString(stamp(), stampOf(sources));
    }

    /// Of all that stands on slides: their own text, drawings, pictures, and the code of the steps.
    private String checksumOfSources() throws IOException {
        try (var entries = Files.list(course)) {
            var steps =
                    entries.filter(entry -> entry.getFileName().toString().startsWith("step"))
                            .map(step -> step.resolve("src/main/java"));
            var others = MADE_FROM.stream().map(course::resolve);
            return SourceChecksum.of(
                    course,
                    Stream.of(steps, others, textsOfExercises().stream()).flatMap(all -> all));
        }
    }

    /// What a student writes beside such a text stands on no slide.
    private List<Path> textsOfExercises() throws IOException {
        try (var files = Files.walk(course.resolve("exercises/src/main/java"))) {
            return files.filter(file -> file.endsWith("README.md")).toList();
        }
    }
}
