package eventloop.server;

import eventloop.faults.Log;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs a server as a program: options, start, one line that says where it listens, and an orderly end
/// on SIGTERM or Ctrl-C. If the server cannot be started, one line says why, the options follow if one of them is
/// wrong, and the exit status is 2; a server that ends by itself has failed, and the status is 1.
public final class Launch {
    /// Starts the server when its options are known.
    @FunctionalInterface
    public interface Start {
        /// @throws IOException if it cannot listen there or read its root
        /// @throws UsageException for an option of this step that is out of range
        Server start(Settings settings, CommandLine line) throws IOException, UsageException;
    }

    private static final int ENDED_BY_A_FAULT = 1;
    private static final int UNUSABLE = 2;

    private static final int FIRST_PORT_FOR_EVERYBODY = 1024;

    private static final String NOT_THE_PORT =
            ". No port of that address can be had: does it belong to this machine? See --host";
    private static final String RESERVED =
            ". It is in use, or needs a permission, as ports below 1024 may;"
                    + " choose another, such as --port 8081";
    private static final String TAKEN =
            ". Does a server still run in another terminal? Ctrl-C ends it;"
                    + " or choose another port, such as --port 8081";

    private Launch() {}

    /// @param program the name in messages
    /// @param own the options this step adds to those of all steps
    public static void server(String program, List<Option> own, Start start, String... arguments) {
        var options = Stream.concat(own.stream(), CommonOptions.ALL.stream()).toList();
        try {
            var line = CommandLine.parse(options, arguments);
            if (line.has(CommonOptions.HELP)) {
                printHelp(program, options);
                return;
            }
            run(program, CommonOptions.settings(line), line, start);
        } catch (UsageException unusable) {
            explain(program, unusable.getMessage());
            System.err.println("options: " + usage(own) + "and more, see --help");
            System.exit(UNUSABLE);
        }
    }

    private static void run(String program, Settings settings, CommandLine line, Start starter)
            throws UsageException {
        Log.prepare();
        try {
            var server = starter.start(settings, line);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "shutdown"));
            announce(server.address());
            server.awaitEnd();
            if (server.hasFailed()) {
                Runtime.getRuntime().halt(ENDED_BY_A_FAULT);
            }
        } catch (IOException failure) {
            explain(program, reason(settings, failure));
            System.exit(UNUSABLE);
        } catch (InterruptedException hurried) {
            // Nobody waits for the end any more. The server goes on, and ends as it is told to.
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError full) {
            // The JDK's word for a system that allows no more threads, too. An orderly exit may
            // need one.
            explain(program, "cannot start: " + full.getMessage());
            Runtime.getRuntime().halt(UNUSABLE);
        } catch (LinkageError withoutItsPart) {
            // For instance where no descriptor is left for a class of the JDK that begins by
            // opening a file.
            explain(program, "cannot start: " + rootOf(withoutItsPart));
            Runtime.getRuntime().halt(UNUSABLE);
        }
    }

    /// One line, also where a value that was given has two.
    private static void explain(String program, String reason) {
        System.err.println(program + ": " + reason.replaceAll("\\p{Cntrl}", "?"));
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    private static String reason(Settings settings, IOException failure) {
        return switch (failure) {
            case BindException refused ->
                    "cannot listen on %s: %s%s"
                            .formatted(
                                    hostAndPort(settings.address()),
                                    refused.getMessage(),
                                    remedy(settings.address()));
            case FileSystemException denied -> "cannot open " + denied.getMessage();
            default -> "cannot start: " + failure.getMessage();
        };
    }

    /// The JDK has one exception for a port that is taken, for one that is reserved, and for an address of another
    /// machine. Only the last has no port at all.
    private static String remedy(InetSocketAddress address) {
        try (var _ = new ServerSocket(0, 1, address.getAddress())) {
            return address.getPort() < FIRST_PORT_FOR_EVERYBODY ? RESERVED : TAKEN;
        } catch (IOException noPortAtAll) {
            return NOT_THE_PORT;
        }
    }

    /// The JVM would exit with 128 + the signal's number, though an end that was asked for and went well
    /// is no failure. Only `halt` can still set the status once the JVM is going down.
    private static void end(Server server) {
        server.close();
        Runtime.getRuntime().halt(server.hasFailed() ? ENDED_BY_A_FAULT : 0);
    }

    private static void announce(InetSocketAddress address) {
        System.out.println("listening on http://" + hostAndPort(address) + "/");
        System.out.flush();
    }

    private static String hostAndPort(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static String usage(List<Option> own) {
        var shown = Stream.of(CommonOptions.HOST, CommonOptions.PORT, CommonOptions.ROOT);
        return Stream.concat(own.stream(), shown)
                .map(Option::usage)
                .collect(Collectors.joining(" ", "", " "));
    }

    private static void printHelp(String program, List<Option> options) {
        System.out.println(program + ", options:");
        System.out.println();
        options.forEach(option -> System.out.println(option.help()));
    }
}
