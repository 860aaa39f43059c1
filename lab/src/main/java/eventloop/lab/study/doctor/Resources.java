package eventloop.lab.study.doctor;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.observe.ConnectionLimits;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.doctor.Diagnosis.Unwell;
import eventloop.lab.study.doctor.Diagnosis.Well;

/// What the operating system gives: processors, files, ports, memory. Each question takes the figure it is about, so
/// that it can be asked of any machine.
final class Resources {
    /// With 10,000 clients, a server and each process of the load has so many sockets, and some files of its own.
    private static final long FILES = 10_500;

    /// A Linux that nobody has tuned.
    private static final int PORTS = 28_000;

    private static final long MEMORY = 2L << 30;

    private Resources() {}

    static Diagnosis processors(int number) {
        return number >= 2
                ? new Well("processors", "%d".formatted(number))
                : new Unwell(
                        "processors",
                        "1",
                        "server and load take each other's time: compare servers, and trust no figure alone",
                        "a machine with two");
    }

    /// @param isLinux the only system on which the lab knows how
    static Diagnosis pinning(boolean isThere, boolean isLinux) {
        if (isThere) {
            return new Well("taskset", "keeps server and load on processors of their own");
        }
        return new Unwell(
                "taskset",
                "missing",
                "server and load share the processors, and figures vary more",
                isLinux ? "apt-get install util-linux" : "nothing on this system");
    }

    /// @param isShared by server and load
    static Diagnosis cores(boolean isShared) {
        return isShared
                ? new Unwell(
                        "cores",
                        "server and load run on two threads of one",
                        "the load slows the server, and no processor time tells: compare servers, and trust no figure"
                                + " alone",
                        "a machine with two cores")
                : new Well("cores", "server and load share none");
    }

    static Diagnosis openFiles(long limit) {
        return limit >= FILES
                ? new Well("open files", "%,d a process".formatted(limit))
                : new Unwell(
                        "open files",
                        "%,d a process".formatted(limit),
                        "10,000 clients cannot be had",
                        OpenFiles.remedy(1 << 20));
    }

    /// @param number that a source address has
    static Diagnosis ports(int number) {
        return number >= PORTS
                ? new Well("ports", "%,d for connections to one address".formatted(number))
                : new Unwell(
                        "ports",
                        "%,d for connections to one address".formatted(number),
                        "with a connection for each request they are used up within seconds",
                        ConnectionLimits.remedyForPorts());
    }

    /// @param longest that the kernel allows
    static Diagnosis backlog(int longest) {
        return longest >= ConnectionLimits.LEAST_ACCEPT_QUEUE
                ? new Well("accept queue", "%,d at most".formatted(longest))
                : new Unwell(
                        "accept queue",
                        "%,d at most".formatted(longest),
                        "clients that come all at once are dropped by the kernel, and not by the server",
                        ConnectionLimits.remedyForAcceptQueue());
    }

    static Diagnosis memory(long available) {
        return available >= MEMORY
                ? new Well("memory", free(available))
                : new Unwell(
                        "memory",
                        free(available),
                        "what is measured has to share it: the machine may swap or end a server",
                        "close what else runs");
    }

    private static String free(long bytes) {
        return Figures.gibibytes(bytes) + " free";
    }

    static Diagnosis port8080(boolean isFree) {
        return isFree
                ? new Well("port 8080", "free")
                : new Unwell(
                        "port 8080",
                        "taken",
                        "a step cannot listen there",
                        "./course run N --port 0 takes a free one");
    }

    /// @param percent of the time in which a processor did nothing it was asked to do
    static Diagnosis stillness(double percent) {
        var found = "stands still for %.2f %% of the time".formatted(percent);
        return percent < 0.2
                ? new Well("this processor", found)
                : new Unwell(
                        "this processor",
                        found,
                        percent < 1
                                ? "the slowest in a thousand answers are the machine's, not the server's"
                                : "the slowest in a hundred answers are the machine's, not the server's",
                        "close what else runs; on a virtual machine, another hour or another machine");
    }
}
