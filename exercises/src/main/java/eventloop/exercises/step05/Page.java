package eventloop.exercises.step05;

import eventloop.http.BytesBody;
import eventloop.http.Response;
import eventloop.http.Status;

/// A response with a little text.
public final class Page {
    private Page() {}

    public static Response of(String text) {
        return Response.of(Status.OK)
                .with("Content-Type", "text/plain; charset=utf-8")
                .withBody(BytesBody.of(text));
    }
}
