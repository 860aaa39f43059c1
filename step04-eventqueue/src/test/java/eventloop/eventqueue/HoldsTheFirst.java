package eventloop.eventqueue;

import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.selector.HeldLoop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Answers with the path that was asked for, and remembers the order. The first request for one path holds
/// the loop until it is let go, so that a test can lay ready what the loop is to find next.
final class HoldsTheFirst implements Handler {
    private final String heldPath;
    private final HeldLoop held = new HeldLoop();
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    HoldsTheFirst(String heldPath) {
        this.heldPath = heldPath;
    }

    @Override
    public void handle(Request request, Reply reply) {
        var path = request.path().path();
        if (path.equals(heldPath)) {
            // Only the first stands: once it has been let go, this returns at once.
            held.stand();
        }
        handled.add(path);
        reply.send(Response.of(Status.OK).withBody(BytesBody.of(path)));
    }

    void awaitFirst() {
        held.awaitStanding();
    }

    void letGo() {
        held.letGo();
    }

    List<String> handled() {
        return handled;
    }
}
