package eventloop.lab.show.browser;

import eventloop.lab.measure.rival.Program;
import eventloop.lab.measure.server.Programs;
import java.nio.file.Path;
import java.util.Optional;

/// The node on which Playwright's driver runs. As a rival, an older one does as well.
///
/// @param version of the one on this machine; empty if there is none
record DriverNode(Optional<String> version) {
    /// What the driver asks for in its `package.json`. Debian 12 has 18.
    private static final int LEAST = 20;

    private static final Program PROGRAM =
            new Program(
                    "node",
                    "--version",
                    "npm install --global node@22 (apt-get install npm, if there is no npm), brew install node or"
                            + " winget install OpenJS.NodeJS.LTS");

    static DriverNode ofThisMachine() {
        return new DriverNode(PROGRAM.version());
    }

    Optional<MissingPart> missing() {
        return version.map(this::tooOld)
                .orElseGet(() -> Optional.of("there is no node, by which a browser is driven"))
                .map(what -> new MissingPart(what, PROGRAM.installation()));
    }

    private Optional<String> tooOld(String number) {
        return Integer.parseInt(number.split("\\.")[0]) < LEAST
                ? Optional.of(
                        "node %s is too old to drive a browser, which takes %d or newer"
                                .formatted(number, LEAST))
                : Optional.empty();
    }

    static Optional<Path> path() {
        return Programs.find(PROGRAM.name());
    }
}
