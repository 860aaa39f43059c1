package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// node, the rival that the course's target names, with a small server of files on its `http` module. One
/// process has one event loop, and makes use of one core.
record Node(Path course) implements InstalledRival {
    /// From the first of its line with `util.parseArgs` on, which its scripts use. Debian 11 and Ubuntu 22.04 have 12.
    static final Program PROGRAM =
            new Program(
                            "node",
                            "--version",
                            "apt-get install nodejs, brew install node or"
                                    + " winget install OpenJS.NodeJS.LTS")
                    .from("18.3", "npm install --global node@22");

    private static final String DEBIAN_PACKAGE = "nodejs";
    private static final Path SCRIPT = Path.of("lab", "peers", "node", "static.mjs");

    @Override
    public Program program() {
        return PROGRAM;
    }

    @Override
    public Optional<Release> release() {
        return PROGRAM.releaseOf(DEBIAN_PACKAGE);
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(
                List.of(
                        PROGRAM.command(),
                        course.resolve(SCRIPT).toString(),
                        "--port",
                        "0",
                        "--root",
                        root.toString()));
    }
}
