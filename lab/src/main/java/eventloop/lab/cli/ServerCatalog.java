package eventloop.lab.cli;

import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.rival.PeersBuild;
import eventloop.lab.measure.rival.Rival;
import eventloop.lab.measure.rival.Rivals;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Servers;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.server.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every server the lab can start, by the short names that people type: `step01` … `step07`, `virtual`, and
/// the rivals.
record ServerCatalog(Path course, List<Step> steps, Rivals rivals) implements Servers {
    /// Step 1, with a virtual thread for each connection.
    static final String VIRTUAL = "virtual";

    /// Stands for nothing beside the steps.
    static final String NONE = "none";

    static ServerCatalog of(Path course) throws IOException {
        return new ServerCatalog(course, Step.in(course), Rivals.in(course));
    }

    /// Whether it is a step, or a variant of one.
    static boolean isOfTheCourse(ServerUnderTest server) {
        return switch (server) {
            case Step _ -> true;
            case Variant variant -> isOfTheCourse(variant.server());
            default -> false;
        };
    }

    @Override
    public ServerUnderTest named(String name, List<String> options) throws ServerFailure {
        for (var step : steps) {
            if (step.name().startsWith(name + "-")) {
                return new Variant(step, step.name(), options);
            }
        }
        for (var rival : rivals.all()) {
            if (rival.name().equals(name)) {
                return new Variant(rival, name, options);
            }
        }
        throw new ServerFailure(Servers.unknown(name, names()));
    }

    private List<String> names() {
        var ofSteps = steps.stream().map(step -> "step%02d".formatted(step.number()));
        return Stream.concat(ofSteps, rivals.names().stream()).toList();
    }

    /// Of those servers that are not the course's own, by name; who is missing has none.
    Map<String, String> versions(Collection<String> servers) {
        return versionsOf(
                rivals.all().stream().filter(rival -> servers.contains(rival.name())).toList());
    }

    /// The same of these servers, in their order.
    static Map<String, String> versionsOf(Collection<? extends ServerUnderTest> servers) {
        return servers.stream()
                .filter(Rival.class::isInstance)
                .map(Rival.class::cast)
                .filter(rival -> rival.missing().isEmpty())
                .collect(
                        Collectors.toMap(
                                Rival::name, Rival::title, (one, _) -> one, LinkedHashMap::new));
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
        if (!name.equals(Rivals.ALL) && !rivals.names().contains(name)) {
            var known =
                    Stream.of(List.of(VIRTUAL), rivals.names(), List.of(Rivals.ALL, NONE))
                            .flatMap(List::stream)
                            .toList();
            throw new IllegalArgumentException(Servers.unknown(name, known));
        }
        return rivals.named(List.of(name)).stream().map(ServerUnderTest.class::cast);
    }

    /// Builds the Java rivals among them, if they have changed or were never built. The first time, Maven
    /// fetches 30 MB. If that fails, it costs them their rows, and nobody else.
    void build(List<String> names) throws InterruptedException {
        var known = rivals.all().stream().filter(rival -> names.contains(rival.name()));
        if (known.anyMatch(Rival::needsBuild)) {
            System.err.println("building the Java rivals… (the first time takes a minute or two)");
            try {
                new PeersBuild(course).run(CourseDirectory.maven());
            } catch (IOException failure) {
                System.err.println("course: " + FailureWords.of(failure));
            }
        }
    }
}
