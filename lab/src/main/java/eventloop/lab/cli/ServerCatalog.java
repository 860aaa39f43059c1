package eventloop.lab.cli;

import eventloop.lab.rival.PeersBuild;
import eventloop.lab.rival.Rival;
import eventloop.lab.rival.Rivals;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.ServerUnderTest;
import eventloop.lab.server.Servers;
import eventloop.lab.server.Step;
import eventloop.lab.server.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every server the lab can start, by the short names that people type: `step01` … `step07`, `virtual`, and
/// the rivals.
record ServerCatalog(Path course, List<Step> steps, Rivals rivals) implements Servers {
    /// Step 1, with a virtual thread for each connection.
    static final String VIRTUAL = "virtual";

    static ServerCatalog of(Path course) throws IOException {
        return new ServerCatalog(course, Step.in(course), Rivals.in(course));
    }

    @Override
    public ServerUnderTest named(String name, List<String> options) throws ServerFailure {
        for (var step : steps) {
            if (step.name().startsWith(name + "-")) {
                return new Variant(step, step.name(), options);
            }
        }
        return new Variant(rival(name), name, options);
    }

    private Rival rival(String name) throws ServerFailure {
        try {
            return rivals.named(List.of(name)).getFirst();
        } catch (IllegalArgumentException unknown) {
            throw new ServerFailure(unknown.getMessage());
        }
    }

    /// What is measured beside the steps, in the order in which it is named.
    ///
    /// @throws IllegalArgumentException if there is none of a name
    List<ServerUnderTest> beside(List<String> names) {
        return names.stream().flatMap(this::beside).distinct().toList();
    }

    private Stream<ServerUnderTest> beside(String name) {
        if (name.equals(VIRTUAL)) {
            var step01 = steps.getFirst();
            return Stream.of(
                    new Variant(step01, "step01-virtual", List.of("--threads", "virtual")));
        }
        return rivals.named(List.of(name)).stream().map(ServerUnderTest.class::cast);
    }

    /// Builds the Java rivals among them, if they have changed or were never built. The first time, Maven
    /// fetches 25 MB.
    void build(List<String> names) throws IOException, InterruptedException {
        var known = rivals.all().stream().filter(rival -> names.contains(rival.name()));
        if (known.anyMatch(Rival::needsBuild)) {
            System.err.println("building the Java rivals… (the first time takes a minute or two)");
            new PeersBuild(course).run(CourseDirectory.maven());
        }
    }
}
