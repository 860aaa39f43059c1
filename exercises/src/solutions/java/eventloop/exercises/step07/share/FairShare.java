package eventloop.exercises.step07.share;

/// How much a download may send in one turn of the loop.
final class FairShare {
    /// In bytes: what one who is alone gets.
    static final long ALONE = 512 * 1024;

    /// In bytes: less is not worth a system call.
    static final long LEAST = 16 * 1024;

    /// In bytes: the longest that anybody who comes to the loop has to let go first, as long as no share falls below the
    /// least.
    static final long ROUND = 4 * 1024 * 1024;

    private FairShare() {}

    /// @param downloads under way, this one among them: at least 1
    /// @return bytes
    static long of(int downloads) {
        // tag::solution[]
        return Math.clamp(ROUND / downloads, LEAST, ALONE);
        // end::solution[]
        // > return ALONE;
    }
}
