package eventloop.lab.measure.observe;

/// How long a process has had a processor, with threads that have ended: in its own code, and in the kernel
/// on its behalf. The sum is exact to a hundredth of a second; which of the two it was the kernel finds out by
/// looking some hundred times a second.
record ProcessorTime(double userSeconds, double systemSeconds) {
    double seconds() {
        return userSeconds + systemSeconds;
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                userSeconds - before.userSeconds, systemSeconds - before.systemSeconds);
    }
}
