package eventloop.eventqueue;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Answers with the path that was asked for, and remembers the order. The first request for one path holds
/// the loop until it is let go, so that a test can lay ready what the loop is to find next.
final class HoldsTheFirst implements Handler {
    private final String heldPath;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    HoldsTheFirst(String heldPath) {
        this.heldPath = heldPath;
    }

    @Override
    public void handle(Request request, Reply reply) {
        var path = request.path().path();
        if (path.equals(heldPath) && released.getCount() > 0) {
            reached.countDown();
            waitFor(released);
        }
        handled.add(path);
        reply.send(Response.of(Status.OK).withBody(BytesBody.of(path)));
    }

    void awaitFirst() {
        waitFor(reached);
    }

    void letGo() {
        released.countDown();
    }

    List<String> handled() {
        return handled;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
