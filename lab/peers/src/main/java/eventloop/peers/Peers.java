package eventloop.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Starts one of the peers, in the way the course's own servers are started: it says where it listens once
/// it accepts, and serves until it is told to end.
@Command(
        name = "peers",
        description = "Serves the files of a directory with a server of others.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class Peers implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Of the server.", converter = PeerName.class)
    private Peer peer;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port on 127.0.0.1; 0 for a free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            required = true,
            description = "Directory to serve.")
    private Path root;

    @Spec private CommandSpec spec;

    private Peers() {}

    public static void main(String... arguments) throws IOException {
        try (var logging = Peers.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        System.exit(
                new CommandLine(new Peers())
                        .setParameterExceptionHandler(Peers::explainUsage)
                        .setExecutionExceptionHandler(Peers::explain)
                        .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535");
        }
        if (!Files.isDirectory(root)) {
            throw new ParameterException(
                    spec.commandLine(), "--root: there is no such directory as " + root);
        }
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        int listening = peer.start(address, root.toRealPath());
        System.out.println("listening on http://127.0.0.1:" + listening + "/");
        // Some peers have but daemon threads. Only a signal ends this one, and the process with it.
        Thread.currentThread().join();
        return ExitCode.OK;
    }

    private static int explainUsage(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine();
        command.getErr().println("peers: " + mistake.getMessage());
        command.getErr()
                .println("usage: " + command.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        return ExitCode.USAGE;
    }

    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        command.getErr().println("peers: " + failure);
        return ExitCode.SOFTWARE;
    }
}
