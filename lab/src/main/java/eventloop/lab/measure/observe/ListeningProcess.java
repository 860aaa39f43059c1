package eventloop.lab.measure.observe;

import java.util.List;
import java.util.Optional;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/// The process that listens at a port of this machine, in whatever language it is written: on Linux, macOS and
/// Windows alike.
public final class ListeningProcess {
    private static final String JAR = ".jar";

    private final OperatingSystem system;
    private final int pid;

    private ListeningProcess(OperatingSystem system, int pid) {
        this.system = system;
        this.pid = pid;
    }

    /// @return empty if nobody listens there, or if the system does not tell who does: it tells of one's own
    ///     processes only
    public static Optional<ListeningProcess> at(int port) {
        var system = new SystemInfo().getOperatingSystem();
        return system.getInternetProtocolStats().getConnections().stream()
                .filter(socket -> listensAt(socket, port) && socket.getowningProcessId() > 0)
                .findFirst()
                .map(socket -> new ListeningProcess(system, socket.getowningProcessId()));
    }

    private static boolean listensAt(IPConnection socket, int port) {
        return socket.getState() == TcpState.LISTEN && socket.getLocalPort() == port;
    }

    public int pid() {
        return pid;
    }

    /// What it runs, in a word: `step05-workers` of a jar of that name that was started, `nginx` of a program.
    public Optional<String> program() {
        return Optional.ofNullable(system.getProcess(pid))
                .map(process -> startedJar(process.getArguments()).orElse(process.getName()));
    }

    /// Without its directory and its ending.
    private static Optional<String> startedJar(List<String> arguments) {
        int option = arguments.indexOf("-jar");
        return option < 0 || option + 1 == arguments.size()
                ? Optional.empty()
                : Optional.of(arguments.get(option + 1))
                        .map(jar -> jar.replaceFirst("^.*[/\\\\]", "").replaceFirst(JAR + "$", ""));
    }

    /// What it has at this moment; empty once it has ended.
    public Optional<Footprint> footprint() {
        return Optional.ofNullable(system.getProcess(pid)).map(ListeningProcess::footprint);
    }

    private static Footprint footprint(OSProcess process) {
        return new Footprint(process.getThreadCount(), process.getResidentMemory());
    }
}
