package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.rival.WorkerRival;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.vast.Entrant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of `./course vast` that say which servers hold the clients.
final class VastServers {
    /// Whoever is silent stays longer than any run. And a change on the disk may be seen after ten seconds, as with the
    /// others: each process looks for itself, and dozens that do so every second have little time left for clients.
    private static final List<String> OPTIONS =
            List.of("--idle-timeout", "3600", "--cache-freshness", "10");

    @Option(
            names = "--with",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "nginx,node",
            description =
                    "Who is measured beside step 7: node (its cluster), nginx (workers), none (${DEFAULT-VALUE}).")
    private List<String> rivals;

    @Option(
            names = "--ends",
            split = ",",
            paramLabel = "STEP",
            defaultValue = "1,2,3,4,5,6",
            description = "Steps whose end is looked for, or none (${DEFAULT-VALUE}).")
    private List<String> ends;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// Those that hold all levels: step 7 first.
    ///
    /// @throws ParameterException if one is not there
    List<Entrant> ofLevels(Path course) throws IOException {
        var workers =
                WorkerRival.in(course).stream()
                        .collect(Collectors.toMap(WorkerRival::name, Function.identity()));
        var named =
                rivals.stream()
                        .filter(name -> !name.equals(ServerCatalog.NONE))
                        .distinct()
                        .toList();
        require(spec, workers.keySet().containsAll(named), "--with takes node, nginx and none");
        return Stream.concat(
                        Stream.of(step07(course)),
                        named.stream().map(workers::get).map(Entrant.Working::new))
                .toList();
    }

    private Entrant step07(Path course) throws IOException {
        try {
            var server = ServerCatalog.of(course).named("step07", OPTIONS);
            return new Entrant.Sharing(server.name(), server);
        } catch (ServerFailure missing) {
            throw new ParameterException(spec.commandLine(), missing.getMessage());
        }
    }

    /// Those whose end is looked for.
    List<Entrant> ofEnds() throws IOException {
        if (ends.equals(List.of(ServerCatalog.NONE))) {
            return List.of();
        }
        require(
                spec,
                ends.stream().allMatch(step -> step.matches("[0-9]{1,9}")),
                "--ends takes numbers of steps, or none");
        var numbers = ends.stream().map(Integer::valueOf).toList();
        return StepSelection.of(numbers, spec).stream()
                .<Entrant>map(step -> new Entrant.Sharing(step.name(), step))
                .toList();
    }

    /// Of those that are not the course's own; who is missing has none.
    Map<String, String> versions(Path course) throws IOException {
        return ServerCatalog.of(course).versions(rivals);
    }
}
