package eventloop.zerocopy;

import eventloop.faults.Log;
import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import eventloop.workers.FetchedBody;
import java.io.IOException;

/// A large file: helpers fetch its beginning and its end, and all between is sent past this program, as far as
/// the operating system has it in memory.
///
/// ```
///   │ head, beginning │         between          │ not in memory │  between  │ end │
///   └──── fetched ────┴─ transferred, in shares ─┴─── fetched ───┴───────────┴─────┘
/// ```
/// The beginning leaves together with the head. A head that comes alone is a small packet, and by the first packets the
/// client's kernel judges how much room it has to make for the rest. The end is fetched because a helper can look first
/// whether the file is still what it was. And what is not in memory is fetched because the loop must not wait for the
/// disk.
///
/// Transferred are the pages themselves, and not copies of them. If a program writes into the file after that look,
/// while pages still wait in the socket, the client gets what was written.
///
/// One response, one of these. Helpers make it; from then on loop thread only.
final class LargeFileBody implements Body {
    /// In bytes: how much may go in one turn. More would make the others wait longer for theirs; less would
    /// cost more system calls for the same bytes.
    static final long SHARE = 512 * 1024;

    /// In bytes.
    private static final long END_SIZE = 64 * 1024;

    private final FetchedBody fetched;
    private final OpenFile file;
    private final Body between;

    /// Whether all of the head is with the operating system.
    private boolean headSent;

    /// Whether helpers bring the bytes of this turn.
    private boolean byHelpers;

    /// @param fetched all of the file, as helpers bring it; closing this closes it, and the file with it
    /// @param file of which the operating system tells what is in memory
    /// @param between all of the file, as the loop sends it without helpers
    LargeFileBody(FetchedBody fetched, OpenFile file, Body between) {
        this.fetched = fetched;
        this.file = file;
        this.between = between;
    }

    @Override
    public long length() {
        return fetched.length();
    }

    // tag::prepare[]
    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        byHelpers = isForHelpers(from, to);
        return !byHelpers || fetched.prepare(from, to, whenReady);
    }

    private boolean isForHelpers(long from, long to) {
        // Asked for in an earlier turn, and here by now.
        boolean isBrought = byHelpers && fetched.isSettled(from);
        boolean isBeginning = !headSent;
        boolean isEnd = to - from <= END_SIZE;
        return isBrought || isBeginning || isEnd || isCold(from, to);
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        if (byHelpers) {
            fetched.send(out, from, to);
            headSent |= !out.hasHeadLeft();
        } else {
            between.send(out, from, endOfShare(from, to));
        }
    }

    // end::prepare[]

    // tag::cold[]
    /// Whether sending the next share might have to wait for the disk.
    private boolean isCold(long from, long to) {
        try {
            return !PageCache.holds(file, endOfShare(from, to) - 1);
        } catch (IOException failure) {
            Log.problem("cannot map " + file.name(), failure);
            return true;
        }
    }

    /// Where the next share ends. No more is sent than was looked at, so both ask here.
    private static long endOfShare(long from, long to) {
        return Math.min(from + SHARE, to - END_SIZE);
    }

    // end::cold[]

    @Override
    public void close() throws IOException {
        try (fetched) {
            between.close();
        }
    }
}
