package eventloop.lab.measure.server;

import java.nio.file.Path;
import java.util.ArrayList;

/// A step of which a test starts many processes that live for seconds: they share an archive of its classes, and do
/// without the best compiler, which costs more than it brings until they end.
public final class BriefStep {
    private BriefStep() {}

    /// @param archives a directory for the archive
    public static ServerUnderTest of(Step step, Path archives) {
        var flags = new ArrayList<>(Java.sharingClasses(archives.resolve(step.name() + ".jsa")));
        flags.add("-XX:TieredStopAtLevel=1");
        return new WithFlags(step, flags);
    }
}
