package eventloop.exercises.step03.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;

/// What is still to be sent to one client. Loop thread only.
public final class Outbox {
    private final WritableByteChannel channel;
    private final SelectionKey key;
    private final ArrayDeque<ByteBuffer> queue = new ArrayDeque<>();

    /// @param channel non-blocking
    public Outbox(WritableByteChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /// Sends the message, now or as soon as there is room, behind those before it.
    public void send(ByteBuffer message) throws IOException {
        queue.add(message);
        flush();
    }

    /// The selector has found room.
    public void onWritable() throws IOException {
        flush();
    }

    // tag::solution[]
    private void flush() throws IOException {
        while (!queue.isEmpty() && takesAll(queue.peek())) {
            queue.remove();
        }
        key.interestOps(
                queue.isEmpty()
                        ? SelectionKey.OP_READ
                        : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private boolean takesAll(ByteBuffer message) throws IOException {
        channel.write(message);
        return !message.hasRemaining();
    }
    // end::solution[]
    // > private void flush() throws IOException {
    // >     while (!queue.isEmpty()) {
    // >         var message = queue.remove();
    // >         channel.write(message);
    // >         if (message.hasRemaining()) {
    // >             key.interestOps(key.interestOps() | SelectionKey.OP_WRITE);
    // >             return;
    // >         }
    // >     }
    // > }
}
