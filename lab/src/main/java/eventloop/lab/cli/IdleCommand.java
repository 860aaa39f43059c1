package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.observe.Footprint;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.experiment.HeldClients;
import eventloop.lab.study.experiment.IdleExperiment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course idle`: clients that do nothing, and what they cost the server.
@Command(
        name = "idle",
        description = {
            "Holds clients on a server that do nothing, and tells what they cost it.",
            "They stay until Ctrl-C, or until the input ends: at once where there is none.",
            "Exit status: 1 if they do not all come in."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class IdleCommand implements Callable<Integer> {
    /// One address has some 28,000 ports to come from, and on some systems 16,000.
    private static final int MOST = 15_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final String HALF_A_REQUEST = "GET / HTTP/1.1\r\nHost: local";

    @Parameters(paramLabel = "N", description = "How many clients.")
    private int count;

    @Option(
            names = "--half",
            description = "Each sends the first half of a request; without it, nothing.")
    private boolean half;

    @Mixin private ServerHere server;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        checkOptions();
        var out = spec.commandLine().getOut();
        try (var experiment =
                IdleExperiment.begin(server.address(), count, half ? HALF_A_REQUEST : "")) {
            show(experiment.result(), out);
            hold(experiment.clients(), out);
            return 0;
        } catch (IOException failure) {
            spec.commandLine().getErr().println("course: " + server.explain(failure));
            return 1;
        }
    }

    private void checkOptions() {
        require(
                spec,
                count >= 1 && count <= MOST,
                "N must be from 1 to %,d; for more clients: ./course vast".formatted(MOST));
        server.check(spec);
        ClientFiles.check(count, "./course idle", spec);
    }

    private void show(IdleExperiment.Result result, PrintWriter out) {
        out.printf(
                "%s connected and %s%n",
                Figures.counted(count, "client is", "clients are"),
                half ? "in the middle of a request" : "silent");
        out.printf("             before   with them%n");
        out.println(row("threads", result, Footprint::threads));
        out.println(row("memory, MiB", result, Footprint::memoryMebibytes));
        out.printf("the next client: %s%n", result.next().words());
        showDismissed("at once", result.dismissed(), out);
        out.println("Ctrl-C lets them go.");
        out.flush();
    }

    private static String row(
            String name, IdleExperiment.Result result, ToLongFunction<Footprint> figure) {
        return "%-11s %7s     %7s"
                .formatted(name, cell(result.before(), figure), cell(result.after(), figure));
    }

    /// A dash for what the system does not tell.
    private static String cell(Optional<Footprint> footprint, ToLongFunction<Footprint> figure) {
        return footprint.map(known -> "%,d".formatted(figure.applyAsLong(known))).orElse("–");
    }

    private static void showDismissed(
            String when, Map<String, Integer> dismissed, PrintWriter out) {
        dismissed.forEach((status, clients) ->
                out.printf("the server has dismissed %,d %s: %s%n", clients, when, status));
        out.flush();
    }

    /// Until the input ends, or all have been dismissed.
    private static void hold(HeldClients clients, PrintWriter out)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var input = Thread.ofPlatform().daemon().name("input").start(IdleCommand::readInput);
        while (!input.join(BETWEEN_LOOKS) && clients.count() > 0) {
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            showDismissed("after %d s".formatted(seconds), clients.dismissed(), out);
        }
        out.println(
                input.isAlive() ? "None is left." : "The input has ended, and so they are let go.");
    }

    private static void readInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // Nobody holds us any longer.
        }
    }
}
