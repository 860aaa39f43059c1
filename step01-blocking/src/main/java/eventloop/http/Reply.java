package eventloop.http;

import java.util.function.UnaryOperator;

/// Where a handler's answer goes.
@FunctionalInterface
public interface Reply {
    /// What is known of the client who waits for the answer; in order, from who certainly listens to
    /// who certainly does not. Of several who wait for one answer, the first in this order counts (step 6).
    enum Client {
        LISTENING,
        /// It has closed its side of the connection. Most likely it has gone; but it may also have said all it
        /// had to say, and wait for the answer (`nc -N` does).
        HALF_CLOSED,
        /// The connection is closed, or its client has been sent another answer: this one is in vain.
        GONE
    }

    /// Sends the response. To be called once, on the thread that called the handler; from any other,
    /// come back by way of the event loop first. From here on the receiver closes the body.
    void send(Response response);

    /// What is known of the client, for one who has much work before the answer (step 5). Any thread.
    default Client client() {
        return Client.LISTENING;
    }

    /// A reply to the same client, of a handler that changes what the one behind it answers (steps 6 and 7).
    default Reply changing(UnaryOperator<Response> change) {
        var original = this;
        return new Reply() {
            @Override
            public void send(Response response) {
                original.send(change.apply(response));
            }

            @Override
            public Client client() {
                return original.client();
            }
        };
    }
}
