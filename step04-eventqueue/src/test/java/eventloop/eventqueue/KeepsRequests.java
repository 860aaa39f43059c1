package eventloop.eventqueue;

import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// Does not answer requests for one path until it is told to, as a handler does that waits for a helper.
/// All others are answered at once, with their path.
final class KeepsRequests implements Handler {
    private final String keptPath;
    private final Queue<Reply> kept = new ConcurrentLinkedQueue<>();

    KeepsRequests(String keptPath) {
        this.keptPath = keptPath;
    }

    @Override
    public void handle(Request request, Reply reply) {
        var path = request.path().path();
        if (path.equals(keptPath)) {
            kept.add(reply);
        } else {
            reply.send(ok(BytesBody.of(path)));
        }
    }

    int kept() {
        return kept.size();
    }

    /// What those know whose requests it keeps.
    Stream<Reply.Client> clients() {
        return kept.stream().map(Reply::client);
    }

    /// Answers the request that has waited longest, on the calling thread.
    void answer(Body body) {
        kept.remove().send(ok(body));
    }

    private static Response ok(Body body) {
        return Response.of(Status.OK).withBody(body);
    }
}
