package eventloop.lab.study.peers;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.NoAnswerException;
import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/// A client's words about what a server does, the same for all questions.
final class Conversation {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// So long a server may take to close a connection behind its answer.
    private static final Duration SOON = Duration.ofSeconds(2);

    private Conversation() {}

    /// Opens a connection for a part of a conversation, and turns what goes wrong in it into words.
    @FunctionalInterface
    interface Part {
        String with(RawClient client) throws IOException;
    }

    /// @throws ConnectException if nobody is there
    static String with(URI server, Part part) throws IOException {
        try (var client = RawClient.to(server)) {
            client.waitAtMost(PATIENCE);
            return part.with(client);
        } catch (ConnectException nobodyThere) {
            // It has answered nothing, not even by closing.
            throw nobodyThere;
        } catch (SocketTimeoutException silent) {
            return "no answer in %d s".formatted(PATIENCE.toSeconds());
        } catch (NoAnswerException mumbling) {
            return "no HTTP";
        } catch (IOException ended) {
            return "closes, no answer";
        }
    }

    /// The status of the answer to a request.
    static String status(URI server, String request) throws IOException {
        return with(
                server,
                client -> {
                    client.send(request);
                    return String.valueOf(client.read().status());
                });
    }

    /// The status of the answer to a request, and whether the connection serves another one.
    static String statusAndConnection(URI server, String request) throws IOException {
        return with(
                server,
                client -> {
                    client.send(request);
                    var answer = client.read();
                    return "%d, %s".formatted(answer.status(), connection(client, answer));
                });
    }

    /// What becomes of the connection behind an answer, and what the answer says about it if that is not true.
    static String connection(RawClient client, Answer answer) throws IOException {
        boolean stays = client.next(SOON) == Next.SILENCE;
        if (stays) {
            return answer.saysClose() ? "says close, stays open" : "stays open";
        }
        return answer.saysClose() || !answer.version().equals("HTTP/1.1")
                ? "closes"
                : "closes without saying so";
    }
}
