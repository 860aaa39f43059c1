package eventloop.lab.measure.site;

import java.nio.file.Path;

/// The pages that the course's own servers serve.
public final class CourseSite {
    private CourseSite() {}

    /// @param course the course's directory
    public static Path in(Path course) {
        return course.resolve("lab/site");
    }
}
