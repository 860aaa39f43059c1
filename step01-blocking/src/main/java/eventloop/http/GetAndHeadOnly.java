package eventloop.http;

/// Lets GET and HEAD through and answers every other method itself (RFC 9110 §9.1): 405 for one that
/// exists, 501 for one that does not.
///
/// OPTIONS, which asks what may be asked, gets its answer without a look at the disk: the same methods serve
/// for every file, and for the server itself (`OPTIONS *`). HAProxy asks `OPTIONS / HTTP/1.0` to learn whether
/// a server is up, and takes a 405 for a server that is down. Any thread.
public record GetAndHeadOnly(Handler next) implements Handler {
    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    @Override
    public void handle(Request request, Reply reply) {
        switch (request.method()) {
            case GET, HEAD -> next.handle(request, reply);
            case OPTIONS -> reply.send(Response.of(Status.OK).with("Allow", ALLOWED));
            case UNKNOWN ->
                    reply.send(
                            ErrorPage.of(
                                    Status.NOT_IMPLEMENTED,
                                    "This server does not know that method"));
            case POST, PUT, DELETE, CONNECT, TRACE, PATCH ->
                    reply.send(
                            ErrorPage.of(
                                            Status.METHOD_NOT_ALLOWED,
                                            "Files here can be read with GET and HEAD only")
                                    .with("Allow", ALLOWED));
        }
    }
}
