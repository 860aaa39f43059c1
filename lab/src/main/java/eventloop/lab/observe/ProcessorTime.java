package eventloop.lab.observe;

/// How long a process has had a processor, threads that have ended among it: in its own code, and in the
/// kernel on its behalf.
record ProcessorTime(double userSeconds, double systemSeconds) {
    double seconds() {
        return userSeconds + systemSeconds;
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                userSeconds - before.userSeconds, systemSeconds - before.systemSeconds);
    }
}
