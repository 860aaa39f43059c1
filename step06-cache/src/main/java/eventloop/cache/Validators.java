package eventloop.cache;

import eventloop.http.Response;
import java.util.List;

/// The two headers of a response by which a client's copy is recognised later (RFC 9110 §8.8). [FileVersion] gives
/// them.
public final class Validators {
    public static final String ENTITY_TAG = "ETag";

    static final String LAST_MODIFIED = "Last-Modified";

    private static final List<String> ALL = List.of(ENTITY_TAG, LAST_MODIFIED);

    private Validators() {}

    /// A response with the validators of another one, as far as that has them.
    static Response copy(Response from, Response to) {
        var answer = to;
        for (var name : ALL) {
            var value = from.value(name);
            answer = value.isPresent() ? answer.with(name, value.get()) : answer;
        }
        return answer;
    }
}
