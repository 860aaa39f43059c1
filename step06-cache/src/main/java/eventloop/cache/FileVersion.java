package eventloop.cache;

import eventloop.files.OpenFile;
import eventloop.http.HttpDate;
import eventloop.http.Response;
import java.time.Duration;
import java.time.Instant;

/// Which state of a file this is: if two are equal and settled, so are the contents.
///
/// @param identity another file under the same name has another one
/// @param settled whether the file had been left alone for a while when it was looked at. Clocks of file
///     systems are coarse: a file changed twice within one tick of such a clock shows the same time for
///     two contents, so one that has just been changed proves nothing.
record FileVersion(Object identity, long size, Instant lastModified, boolean settled) {
    /// The coarsest clock still met is FAT's, with two seconds.
    private static final Duration COARSEST_TICK = Duration.ofMillis(2_500);

    static final FileVersion UNKNOWN = new FileVersion("unknown", -1, Instant.MIN, false);

    static FileVersion of(OpenFile file) {
        boolean settled = file.lastModified().isBefore(Instant.now().minus(COARSEST_TICK));
        return new FileVersion(file.identity(), file.size(), file.lastModified(), settled);
    }

    /// Whether the contents are certainly those of another look.
    boolean isCertainlySameAs(FileVersion other) {
        return settled && equals(other);
    }

    /// The validators by which a client's copy is recognised later (RFC 9110 §8.8). A version that is not
    /// settled gets a tag that no other reading is given, and no date: no copy of it can be mistaken for another.
    Response describeIn(Response response) {
        return settled
                ? response.with("ETag", entityTag())
                        .with("Last-Modified", HttpDate.format(lastModified))
                : response.with("ETag", quoted(Long.toHexString(System.nanoTime()) + "-unsettled"));
    }

    private String entityTag() {
        long nanos = lastModified.getEpochSecond() * 1_000_000_000L + lastModified.getNano();
        return quoted(
                Long.toHexString(nanos)
                        + "-"
                        + Long.toHexString(size)
                        + "-"
                        + Integer.toHexString(identity.hashCode()));
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
