package eventloop.lab.measure.load;

/// Decides when clients ask. Everything runs on the generator's event loop.
sealed interface Pace permits AsAnswered, AsDue, AsTheyCome {
    /// Has the clients begin.
    void begin(long now);

    /// A client has its answer.
    ///
    /// @param due when that request should have been sent
    void answered(Client client, long due, long now);

    /// A client's request has failed.
    void failed(Client client, long due, long now);

    /// Whether it is over before its time.
    default boolean hasNothingLeftToDo() {
        return false;
    }

    /// What is asked from now on does not count any more.
    void endCounting();

    /// Who waits for nothing may leave. Where nobody is in anybody's way, all stay.
    default void letGo() {}

    /// Whether there is nothing to wait for: everything that counts has been answered or has failed.
    boolean isDone();

    /// The time for answers is over: gives up on all that is due and has not even been asked. Where nothing is due
    /// before it is asked, there is none.
    default void abandon(long now) {}

    /// No request more.
    void stop();
}
