package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Bun with its static routes: responses that it makes at the start and keeps in memory. It is not installed for
/// the whole machine but beside its script, in the version that stands there.
record Bun(Path course) implements Rival {
    private static final String DIRECTORY = "lab/peers/bun";

    private Path directory() {
        return course.resolve(DIRECTORY);
    }

    private Program program() {
        return new Program(
                // The program itself, which has this name everywhere: what npm puts beside it for a
                // shell cannot be started on Windows.
                directory().resolve("node_modules/bun/bin/bun.exe").toString(),
                "--version",
                "npm install --prefix " + DIRECTORY);
    }

    @Override
    public String name() {
        return "bun";
    }

    /// npm does not say of what it has installed how old it is, so that is noted beside the version.
    @Override
    public Optional<Release> release() {
        try {
            var noted = Release.in(Files.readString(directory().resolve("package.json")));
            return program()
                    .version()
                    .map(version ->
                            noted.filter(release -> release.version().equals(version))
                                    .orElse(new Release(version, Optional.empty())));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> missing() {
        return program().missing();
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(
                List.of(
                        program().command(),
                        directory().resolve("static.mjs").toString(),
                        "--port",
                        "0",
                        "--root",
                        root.toString()));
    }
}
