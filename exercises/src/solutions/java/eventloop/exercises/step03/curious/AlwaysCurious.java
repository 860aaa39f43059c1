package eventloop.exercises.step03.curious;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import eventloop.exercises.step03.Conversation;
import eventloop.exercises.step03.Interest;
import eventloop.exercises.step03.SmallServer;

/// Asks for everything, always; and measures what that costs.
public final class AlwaysCurious implements Interest {
    @Override
    public int of(Conversation.Stage stage) {
        // tag::solution[]
        return OP_READ | OP_WRITE;
        // end::solution[]
        // > return stage == Conversation.Stage.WRITING ? OP_WRITE : OP_READ;
    }

    /// How many turns the server's loop makes in a second, at about this time.
    static long turnsInASecond(SmallServer server) throws InterruptedException {
        // tag::solution[]
        long before = server.turns();
        Thread.sleep(200);
        return (server.turns() - before) * 5;
        // end::solution[]
        // > return 0;
    }
}
