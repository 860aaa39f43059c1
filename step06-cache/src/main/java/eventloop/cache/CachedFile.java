package eventloop.cache;

import eventloop.http.Response;

/// A file in memory, as the response that sends it. Made by a helper, then owned by the loop thread.
final class CachedFile {
    /// What an entry takes beside the file's bytes and its key: the head, and the objects that hold them.
    private static final long OVERHEAD = 1024;

    private final Response response;
    private final FileVersion version;
    private long checkedAt;

    /// @param checkedAt when this was certainly what is on the disk, by [System#nanoTime]
    CachedFile(Response response, FileVersion version, long checkedAt) {
        this.response = response;
        this.version = version;
        this.checkedAt = checkedAt;
    }

    Response response() {
        return response;
    }

    FileVersion version() {
        return version;
    }

    /// In bytes, under this key.
    long weight(String key) {
        return response.body().length() + 2L * key.length() + OVERHEAD;
    }

    boolean wasCheckedWithin(long nanos) {
        return System.nanoTime() - checkedAt < nanos;
    }

    /// The disk still has what is here.
    void confirm(long checkedAt) {
        this.checkedAt = checkedAt;
    }
}
