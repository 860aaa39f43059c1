package eventloop.lab.workbench.speed;

import java.util.Locale;

/// One thing that servers in Java do, or that people recommend, and that the plain floor does not do. What it
/// costs, or brings, is measured by `./course speed tried`.
enum Habit {
    NONE("nothing"),
    ITERATOR("select(), and an iterator over the selected keys, instead of select(Consumer)"),
    HEAP_BUFFERS("buffers on the heap to read into and to write from"),
    TWO_WRITES("head and body in two writes"),
    GATHERING_WRITE("head and body in one gathering write"),
    ASKING_FIRST("asking for OP_WRITE before writing, instead of writing at once"),
    NAGLE("Nagle's algorithm left on (no TCP_NODELAY)"),
    NAGLE_AND_TWO_WRITES("Nagle's algorithm left on, and head and body in two writes"),
    NEVER_SLEEPING("never sleeping: selectNow() again and again while anyone is connected"),
    QUICK_ACK("TCP_QUICKACK, set again after each read, for the kernel forgets it"),
    DATE_EACH_TIME("a Date formatted for each response"),
    STRING_EACH_TIME("a String made of each request"),
    CLOSING("the connection closed behind each response");

    private final String words;

    Habit(String words) {
        this.words = words;
    }

    /// What is different from the plain floor.
    String words() {
        return words;
    }

    /// As it is typed: `two-writes`.
    static Habit named(String name) {
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    String typed() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /// Whether small writes wait for the client's acknowledgement of those before.
    boolean waitsForAcknowledgements() {
        return this == NAGLE || this == NAGLE_AND_TWO_WRITES;
    }
}
