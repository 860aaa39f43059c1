package eventloop.lab.observe;

/// Context switches: times that a thread gave up its processor because it had to wait (voluntary), and times
/// that it was taken from it because another's turn had come (forced). See proc_pid_status(5).
record Switches(long voluntary, long forced) {
    static final Switches NONE = new Switches(0, 0);

    Switches plus(Switches others) {
        return new Switches(voluntary + others.voluntary, forced + others.forced);
    }

    Switches since(Switches before) {
        return new Switches(voluntary - before.voluntary, forced - before.forced);
    }
}
