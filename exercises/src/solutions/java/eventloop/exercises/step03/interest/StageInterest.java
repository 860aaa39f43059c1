package eventloop.exercises.step03.interest;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import eventloop.exercises.step03.Conversation;
import eventloop.exercises.step03.Interest;

/// What the selector is to look for while a conversation stands where it stands. The server asks when a client has
/// come, and after each turn of that conversation.
public final class StageInterest implements Interest {
    @Override
    public int of(Conversation.Stage stage) {
        // tag::solution[]
        return switch (stage) {
            case IDLE, RECEIVING, LINGERING -> OP_READ;
            case WRITING -> OP_WRITE;
        };
        // end::solution[]
        // > return OP_READ;
    }
}
