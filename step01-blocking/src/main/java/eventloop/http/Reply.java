package eventloop.http;

/// Where a handler's answer goes.
@FunctionalInterface
public interface Reply {
    /// Sends the response. To be called once, on the thread that called the handler; from any other,
    /// come back by way of the event loop first. From here on the receiver closes the body.
    void send(Response response);
}
