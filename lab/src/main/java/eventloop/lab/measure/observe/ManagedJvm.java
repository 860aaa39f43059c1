package eventloop.lab.measure.observe;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import eventloop.lab.measure.server.Java;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import jdk.management.jfr.FlightRecorderMXBean;
import jdk.management.jfr.RemoteRecordingStream;

/// Another JVM, which answers questions about itself. The first time it is asked, it starts the threads that
/// answer: about a second of a processor, and some megabytes that stay.
final class ManagedJvm implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection connection;

    private ManagedJvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        connection = connector.getMBeanServerConnection();
    }

    /// Whether the process runs the same JDK as we do. One must not ask others: to attach to a JVM is to send
    /// it SIGQUIT, and nginx, for one, ends at that.
    static boolean is(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(ManagedJvm::isOurJava)
                .isPresent();
    }

    private static boolean isOurJava(String command) {
        var program = Path.of(command);
        try {
            return Files.isSameFile(
                    program, Path.of(Java.executable()).resolveSibling(program.getFileName()));
        } catch (IOException notOurs) {
            return false;
        }
    }

    /// @throws IOException if it does not let itself be asked
    static ManagedJvm attach(long pid) throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            try {
                var address = new JMXServiceURL(machine.startLocalManagementAgent());
                return new ManagedJvm(JMXConnectorFactory.connect(address));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException unwilling) {
            throw new IOException(unwilling);
        }
    }

    /// Of all threads since its start, those that have ended among them.
    long allocatedBytes() throws IOException {
        return bean(ThreadMXBean.class).getTotalThreadAllocatedBytes();
    }

    FlightRecorderMXBean flightRecorder() throws IOException {
        return bean(FlightRecorderMXBean.class);
    }

    /// What its flight recorder tells while it records.
    RemoteRecordingStream recordingStream() throws IOException {
        return new RemoteRecordingStream(connection);
    }

    private <T extends PlatformManagedObject> T bean(Class<T> type) throws IOException {
        return ManagementFactory.getPlatformMXBean(connection, type);
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            // Then there is nothing left to close.
        }
    }
}
