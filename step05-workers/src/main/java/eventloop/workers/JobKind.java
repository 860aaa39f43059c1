package eventloop.workers;

import eventloop.http.Request;

/// The question the event loop has to ask of all work: may it wait for something?
public enum JobKind {
    /// Computing only, and little of it: done on the loop, at once.
    SHORT,
    /// May wait for a disk: done by a helper. Handing over costs more than answering from memory, so
    /// nothing goes this way without need.
    BLOCKING;

    /// Looking for a file, however small, may wait for the disk. Saying no does not.
    public static JobKind of(Request request) {
        return switch (request.method()) {
            case GET, HEAD -> BLOCKING;
            case POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH, UNKNOWN -> SHORT;
        };
    }
}
