package eventloop.http;

/// Keeps the answer of a handler that replies before it returns.
final class ImmediateReply implements Reply {
    private Response response = FaultBarrier.internalError();

    @Override
    public void send(Response response) {
        this.response = response;
    }

    Response response() {
        return response;
    }
}
