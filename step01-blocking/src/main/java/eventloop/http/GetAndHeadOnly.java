package eventloop.http;

/// Lets GET and HEAD through and answers every other method itself (RFC 9110 §9.1): 405 for one that
/// exists, 501 for one that does not.
public record GetAndHeadOnly(Handler next) implements Handler {
    @Override
    public void handle(Request request, Reply reply) {
        switch (request.method()) {
            case GET, HEAD -> next.handle(request, reply);
            case UNKNOWN ->
                    reply.send(
                            ErrorPage.of(
                                    Status.NOT_IMPLEMENTED,
                                    "This server does not know that method"));
            case POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH ->
                    reply.send(
                            ErrorPage.of(
                                            Status.METHOD_NOT_ALLOWED,
                                            "Files here can be read with GET and HEAD only")
                                    .with("Allow", "GET, HEAD"));
        }
    }
}
