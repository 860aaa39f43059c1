package eventloop.lab.study.link;

import eventloop.lab.measure.server.CommandLines;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Programs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Two hosts on this machine, joined by a pair of virtual network cards (veth(4)): what one sends, the other receives.
///
/// ```
///   server 10.77.0.1 ── cable ═════════ cable ── 10.77.0.2 load
/// ```
///
/// They are there until this is closed. Those of a lab that was ended by force are removed by the next one.
public final class TwoHosts implements AutoCloseable {
    private static final String PREFIX = "course-";
    private static final Pattern OURS = Pattern.compile(PREFIX + "(server|load)-\\d{1,18}");

    private final Host server;
    private final Host load;

    /// Whether there are such hosts or not.
    TwoHosts(Host server, Host load) {
        this.server = server;
        this.load = load;
    }

    /// What stands in the way of two hosts here, in one line; nothing if they can be tried.
    public static Optional<String> missing() {
        if (Programs.find("ip").isEmpty() || Programs.find("tc").isEmpty()) {
            return Optional.of("two hosts need Linux with 'ip' and 'tc': apt-get install iproute2");
        }
        return System.getProperty("user.name").equals("root")
                ? Optional.empty()
                : Optional.of("two hosts need root, who alone may make network namespaces");
    }

    /// @throws IOException if the system does not allow it, with its words
    public static TwoHosts create() throws IOException, InterruptedException {
        removeLeftOver();
        long self = ProcessHandle.current().pid();
        var hosts =
                new TwoHosts(
                        new Host(PREFIX + "server-" + self, "10.77.0.1"),
                        new Host(PREFIX + "load-" + self, "10.77.0.2"));
        try {
            hosts.connect();
            return hosts;
        } catch (IOException | InterruptedException notAllowed) {
            hosts.close();
            throw notAllowed;
        }
    }

    private void connect() throws IOException, InterruptedException {
        server.create();
        load.create();
        NetworkTool.run(
                List.of(
                        "ip",
                        "link",
                        "add",
                        Host.INTERFACE,
                        "netns",
                        server.name(),
                        "type",
                        "veth",
                        "peer",
                        "name",
                        Host.INTERFACE,
                        "netns",
                        load.name()));
        server.connect();
        load.connect();
    }

    private static void removeLeftOver() throws IOException, InterruptedException {
        for (var name : names()) {
            long lab = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
            if (ProcessHandle.of(lab).isEmpty()) {
                NetworkTool.run(List.of("ip", "netns", "delete", name));
            }
        }
    }

    /// Of all namespaces that labs have made and that are there now.
    static List<String> names() throws IOException, InterruptedException {
        return NetworkTool.run(List.of("ip", "netns", "list"))
                .lines()
                .map(line -> line.replaceFirst(" .*", ""))
                .filter(OURS.asMatchPredicate())
                .toList();
    }

    /// Where the server listens.
    String address() {
        return server.address();
    }

    /// Makes the cable worse than the kernel can move bytes, both ways.
    ///
    /// @throws IOException if this kernel has no such queue
    void lay(Cable cable) throws IOException, InterruptedException {
        server.queue(cable.queue());
        load.queue(cable.queue());
    }

    /// The server on one host, the load on the other, each on the processors that it has otherwise.
    Placement placement(Placement processors) {
        return new Placement(
                CommandLines.joined(server.prefix(), processors.server()),
                CommandLines.joined(load.prefix(), processors.load()));
    }

    /// How many packets have gone through the cable, both ways.
    long packets() throws IOException, InterruptedException {
        return server.packets();
    }

    /// Removes what there is of them; a second call does nothing. What cannot be removed costs a line.
    @Override
    public synchronized void close() {
        for (var host : List.of(server, load)) {
            try {
                if (names().contains(host.name())) {
                    host.remove();
                }
            } catch (IOException cannot) {
                System.err.println("course: " + cannot.getMessage());
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
