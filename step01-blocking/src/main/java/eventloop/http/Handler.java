package eventloop.http;

/// Answers requests. The seam on which the course is built: step 1 answers with a file, and each later
/// piece (helpers, cache, conditions, ranges) is a handler that stands before another and passes on
/// what it does not answer itself.
///
/// Steps 1 and 2 call it on the thread of the connection, where it may block. From step 3 on it is called on the event
/// loop, and whatever it waits for everybody waits for. Behind the helpers of step 5 it runs on several threads at
/// once, and may block again.
// tag::handler[]
@FunctionalInterface
public interface Handler {
    /// Answers by calling `reply` exactly once, now or later. The call itself must not throw for
    /// anything a client can cause; what it throws all the same is answered with 500.
    void handle(Request request, Reply reply);
}
// end::handler[]
