package eventloop.lab.show.watch;

/// Something that has been seen, with its beginning and its end: in microseconds after the watch began.
sealed interface Sight {
    double begin();

    double end();

    /// What a thread of the server did.
    ///
    /// @param thread by its name
    /// @param method in which it was, as a student finds it: `TimerWheel.turn`
    record Stretch(String thread, Activity activity, String method, double begin, double end)
            implements Sight {}

    /// A client wanted something, and waited for it.
    ///
    /// @param begin when the request was due
    /// @param outcome the status of the answer, or in words why there was none
    record Visit(Errand errand, String outcome, double begin, double end) implements Sight {}
}
