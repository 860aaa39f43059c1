package eventloop.lab.cli;

import eventloop.lab.measure.observe.ListeningProcess;
import eventloop.lab.study.wire.NoAnswerException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The server that a small client of the course talks to: one on this machine, by its port.
final class ServerHere {
    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "Where the server listens, on this machine; 8080 by default.")
    private int port;

    /// @throws ParameterException if there is no such port
    void check(CommandSpec command) {
        LocalPort.check(port, command);
    }

    URI address() {
        return LocalPort.address(port);
    }

    /// What listens there, in a word.
    String program() {
        return ListeningProcess.at(port).flatMap(ListeningProcess::program).orElse("a server");
    }

    /// In a sentence, why there was nothing to be seen.
    String explain(IOException failure) {
        return switch (failure) {
            case ConnectException _ ->
                    "nobody listens at %s; in another terminal: ./course run N, or say --port P"
                            .formatted(address());
            case SocketTimeoutException _ ->
                    "the server at %s gives no answer".formatted(address());
            case BindException _ ->
                    "this machine has no port left from which one could connect: wait a minute";
            case NoAnswerException strange ->
                    "what listens at %s does not answer in HTTP (%s); if your server is elsewhere, say --port P"
                            .formatted(address(), strange.getMessage());
            case SocketException broken ->
                    "the server at %s has ended the connection: %s"
                            .formatted(address(), broken.getMessage());
            default -> failure.getMessage();
        };
    }
}
