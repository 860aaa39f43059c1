package eventloop.lab.study.claims;

import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.Page;
import eventloop.lab.measure.site.SizedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The directory that a server hands out, and what is asked for in it.
record Material(Path root, List<Page> pages) {
    private static final long SEED = 2018;

    /// Files that are not there yet are made in the course's `target`.
    static Material of(Content content, Path course) throws IOException {
        return switch (content) {
            case Content.CoursePages _ -> {
                var site = CourseSite.in(course);
                yield new Material(site, Mix.of(site));
            }
            case Content.Sizes(var sizes) -> {
                var root = SizedFiles.make(course.resolve("target/lab/sizes"), sizes.keySet());
                yield new Material(root, Mix.sizes(root, sizes));
            }
            case Content.Popular popular -> {
                var directory = "target/lab/%dx%d".formatted(popular.pages(), popular.bytesEach());
                var root =
                        SizedFiles.make(
                                course.resolve(directory), popular.bytesEach(), popular.pages());
                yield new Material(root, Mix.zipf(root, popular.exponent(), SEED));
            }
        };
    }
}
