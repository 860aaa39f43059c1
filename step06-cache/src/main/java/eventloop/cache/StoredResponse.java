package eventloop.cache;

import static eventloop.cache.Validators.ENTITY_TAG;
import static eventloop.cache.Validators.LAST_MODIFIED;

import eventloop.http.Response;
import java.util.Optional;

/// A response that the cache keeps, with all of its content. Loop thread only.
final class StoredResponse {
    /// In bytes: about what it takes beside its content and its key, in the heap. It is the head, and the objects
    /// that hold all this together. Not counted are the 304 that is kept for it once a client has had a condition, some
    /// 300 bytes, and some 100 bytes for each block of [Memory] beyond the first.
    private static final long OVERHEAD = 1024;

    private final StoredBody body;
    private Response response;
    private boolean hasValidators;
    private long confirmedAt;

    /// @param response as it came, with whatever body
    /// @param body its content
    /// @param confirmedAt when this was certainly what is on the disk, by [System#nanoTime]
    StoredResponse(Response response, StoredBody body, long confirmedAt) {
        this.body = body;
        become(response.withBody(body));
        this.confirmedAt = confirmedAt;
    }

    private void become(Response response) {
        this.response = response;
        this.hasValidators = entityTag().isPresent() && response.value(LAST_MODIFIED).isPresent();
    }

    /// The response, for one holder more: a client, whose connection closes the body once; or an enquiry, which calls
    /// [#release] once.
    Response hold() {
        body.hold();
        return response;
    }

    /// By which it can be confirmed; empty if it can only be asked for anew.
    Optional<String> entityTag() {
        return response.value(ENTITY_TAG);
    }

    /// Whether it has both names that a client may know it by. What came soon after a change has not.
    boolean hasValidators() {
        return hasValidators;
    }

    /// In nanoseconds: for how long nobody has asked whether it is still what is on the disk.
    ///
    /// @param now by [System#nanoTime]
    long age(long now) {
        return now - confirmedAt;
    }

    /// The disk still has what is here. The answer that says so may know the date by now, if this one came without
    /// (RFC 9111 §4.3.4).
    void confirm(Response notModified, long confirmedAt) {
        this.confirmedAt = confirmedAt;
        if (response.value(LAST_MODIFIED).isEmpty()) {
            notModified
                    .value(LAST_MODIFIED)
                    .ifPresent(date -> become(response.with(LAST_MODIFIED, date)));
        }
    }

    /// One holder less: the cache, or an enquiry that has ended.
    void release() {
        body.close();
    }

    /// In bytes: what such a response takes.
    static long weight(String key, long length) {
        return Memory.sizeOf(length) + 2L * key.length() + OVERHEAD;
    }
}
