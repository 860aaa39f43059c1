package eventloop.lab.show.pages;

import eventloop.lab.measure.server.FailedBuildException;
import eventloop.lab.measure.server.ModuleBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

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

    /// Holds the checksum of what the deck was built from.
    private Path stamp() {
        return target().resolve("deck.checksum");
    }

    public boolean isStale() throws IOException {
        return !Files.exists(directory().resolve("index.html"))
                || !Files.exists(stamp())
                || !Files.readString(stamp()).equals(checksum());
    }

    /// @throws FailedBuildException if that does not go well; the message says where Maven has said why
    public void build(String maven) throws IOException, InterruptedException {
        var checksum = checksum();
        moduleBuild().run(maven, "the slides cannot be built", "asciidoctor:process-asciidoc@deck");
        Files.writeString(stamp(), checksum);
    }

    /// Of all that stands on slides: their own text, drawings, pictures, and the code of the steps. Times of files
    /// tell nothing: an unpacked archive has old ones.
    private String checksum() throws IOException {
        var checksum = new CRC32();
        try (var files = sources()) {
            for (var file : files.sorted().toList()) {
                checksum.update(course.relativize(file).toString().getBytes());
                checksum.update(Files.readAllBytes(file));
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return Long.toHexString(checksum.getValue());
    }

    private Stream<Path> sources() throws IOException {
        try (var entries = Files.list(course)) {
            var steps =
                    entries.filter(entry -> entry.getFileName().toString().startsWith("step"))
                            .map(step -> step.resolve("src/main/java"))
                            .toList();
            var others = MADE_FROM.stream().map(course::resolve);
            return Stream.concat(
                    Stream.concat(steps.stream(), others).flatMap(SlideDeck::files),
                    textsOfExercises());
        }
    }

    /// What a student writes beside such a text stands on no slide.
    private Stream<Path> textsOfExercises() {
        return files(course.resolve("exercises/src/main/java"))
                .filter(file -> file.endsWith("README.md"));
    }

    private static Stream<Path> files(Path place) {
        try {
            return Files.walk(place).filter(Files::isRegularFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
