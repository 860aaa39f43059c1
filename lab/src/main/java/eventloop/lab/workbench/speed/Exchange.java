package eventloop.lab.workbench.speed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jdk.net.ExtendedSocketOptions;

/// A request read and a response written: plainly, as the floor does it, or with one [Habit] more.
abstract class Exchange {
    private static final int LONGEST_REQUEST = 16 << 10;

    final ByteBuffer request;
    final ByteBuffer response;

    private Exchange(ByteBuffer request, ByteBuffer response) {
        this.request = request;
        this.response = response;
    }

    private Exchange(FloorResponse response) {
        this(
                ByteBuffer.allocateDirect(LONGEST_REQUEST),
                response.writeTo(ByteBuffer.allocateDirect(response.length())));
    }

    static Exchange with(Habit habit, FloorResponse response) {
        return switch (habit) {
            case NONE, ITERATOR, NAGLE, NEVER_SLEEPING -> new Plain(response);
            case HEAP_BUFFERS -> new OnTheHeap(response);
            case TWO_WRITES, NAGLE_AND_TWO_WRITES -> new TwoWrites(response);
            case GATHERING_WRITE -> new GatheringWrite(response);
            case ASKING_FIRST -> new AskingFirst(response);
            case QUICK_ACK -> new QuickAck(response);
            case DATE_EACH_TIME -> new DateEachTime(response);
            case STRING_EACH_TIME -> new StringEachTime(response);
            case CLOSING -> new Closing(response);
        };
    }

    /// A client has said something, or is gone.
    void turnTo(SelectionKey key) throws IOException {
        var client = (SocketChannel) key.channel();
        if (client.read(request.clear()) < 0) {
            client.close();
        } else {
            answer(client, key);
        }
    }

    abstract void answer(SocketChannel client, SelectionKey key) throws IOException;

    private static final class Plain extends Exchange {
        private Plain(FloorResponse response) {
            super(response);
        }

        /// What does not go at once goes when there is room.
        @Override
        void turnTo(SelectionKey key) throws IOException {
            if (key.isWritable()) {
                var rest = (ByteBuffer) key.attachment();
                ((SocketChannel) key.channel()).write(rest);
                key.interestOps(rest.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            } else {
                super.turnTo(key);
            }
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            client.write(response.rewind());
            if (response.hasRemaining()) {
                key.attach(response.duplicate());
                key.interestOps(SelectionKey.OP_WRITE);
            }
        }
    }

    /// The JDK copies into a direct buffer of its own, and out of it.
    private static final class OnTheHeap extends Exchange {
        private OnTheHeap(FloorResponse response) {
            super(
                    ByteBuffer.allocate(LONGEST_REQUEST),
                    response.writeTo(ByteBuffer.allocate(response.length())));
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            client.write(response.rewind());
        }
    }

    private static final class TwoWrites extends Exchange {
        private final ByteBuffer head;
        private final ByteBuffer body;

        private TwoWrites(FloorResponse parts) {
            super(parts);
            head = response.slice(0, parts.head().length);
            body = response.slice(parts.head().length, parts.body().length);
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            client.write(head.rewind());
            client.write(body.rewind());
        }
    }

    private static final class GatheringWrite extends Exchange {
        private final ByteBuffer[] parts;

        private GatheringWrite(FloorResponse whole) {
            super(whole);
            parts =
                    new ByteBuffer[] {
                        response.slice(0, whole.head().length),
                        response.slice(whole.head().length, whole.body().length)
                    };
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            parts[0].rewind();
            parts[1].rewind();
            client.write(parts);
        }
    }

    /// Reads in one turn of the loop and writes in the next.
    private static final class AskingFirst extends Exchange {
        private AskingFirst(FloorResponse response) {
            super(response);
        }

        @Override
        void turnTo(SelectionKey key) throws IOException {
            if (key.isWritable()) {
                ((SocketChannel) key.channel()).write(response.rewind());
                key.interestOps(SelectionKey.OP_READ);
            } else {
                super.turnTo(key);
            }
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    private static final class QuickAck extends Exchange {
        private QuickAck(FloorResponse response) {
            super(response);
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            client.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            client.write(response.rewind());
        }
    }

    private static final class DateEachTime extends Exchange {
        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC);

        private final int placeOfDate;

        private DateEachTime(FloorResponse response) {
            super(response);
            placeOfDate = response.placeOfDate();
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            var date = FORMAT.format(Instant.now()).getBytes(StandardCharsets.US_ASCII);
            client.write(response.rewind().put(placeOfDate, date));
        }
    }

    private static final class Closing extends Exchange {
        private Closing(FloorResponse response) {
            super(response);
        }

        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            client.write(response.rewind());
            client.close();
        }
    }

    private static final class StringEachTime extends Exchange {
        private StringEachTime(FloorResponse response) {
            super(response);
        }

        /// It is looked at, for what nobody has any use for the compiler leaves out.
        @Override
        void answer(SocketChannel client, SelectionKey key) throws IOException {
            var text = StandardCharsets.US_ASCII.decode(request.flip()).toString();
            if (text.startsWith("GET ")) {
                client.write(response.rewind());
            } else {
                client.close();
            }
        }
    }
}
