package eventloop.lab.study.doctor;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.load.Wrk;
import eventloop.lab.measure.observe.ConnectionLimits;
import eventloop.lab.measure.observe.MachineMemory;
import eventloop.lab.measure.observe.Stillness;
import eventloop.lab.measure.rival.Rivals;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Programs;
import eventloop.lab.measure.server.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Looks at the machine as it is now. What a system does not tell is left out.
///
/// @param course the course's directory
/// @param terminal what the terminal can show
public record Doctor(Path course, Charset terminal) {
    private static final int USUAL_PORT = 8080;

    /// Those that a comparison has by default.
    private static final List<String> USUAL_RIVALS = List.of("node", "nginx");

    /// @param patient hears of each diagnosis as soon as it is there
    public void examine(Consumer<Diagnosis> patient) throws IOException, InterruptedException {
        boolean isLinux = Files.isDirectory(Path.of("/proc/self"));
        patient.accept(Resources.processors(Runtime.getRuntime().availableProcessors()));
        patient.accept(Resources.pinning(Programs.find("taskset").isPresent(), isLinux));
        var placement = Placement.apart();
        if (!placement.equals(Placement.ANYWHERE)) {
            patient.accept(Resources.cores(placement.sharesCore()));
        }
        if (OpenFiles.areTold()) {
            patient.accept(Resources.openFiles(OpenFiles.limit()));
        }
        if (ConnectionLimits.areTold()) {
            patient.accept(Resources.ports(ConnectionLimits.ports()));
            patient.accept(Resources.backlog(ConnectionLimits.acceptQueue()));
        }
        patient.accept(Resources.memory(MachineMemory.now().availableBytes()));
        patient.accept(Resources.port8080(isFree(USUAL_PORT)));
        patient.accept(
                Software.java(
                        System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                        Step.JVM_FLAGS,
                        complaints(Step.JVM_FLAGS)));
        patient.accept(Software.environment(System.getenv()));
        for (var rival : Rivals.in(course).named(USUAL_RIVALS)) {
            patient.accept(Software.server(rival.name(), rival.title(), rival.missing()));
        }
        patient.accept(Software.wrk(Wrk.isInstalled()));
        patient.accept(Software.terminal(terminal));
        patient.accept(Software.fileNames(System.getProperty("sun.jnu.encoding")));
        patient.accept(Resources.stillness(Stillness.percent(placement)));
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// What a JVM says to flags beside its version.
    private static String complaints(List<String> flags) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Java.executable());
        command.addAll(flags);
        command.add("--version");
        var java = Children.run(List.of(), command);
        return java.status() == 0 || !java.errors().isEmpty()
                ? java.errors()
                : "status " + java.status();
    }
}
