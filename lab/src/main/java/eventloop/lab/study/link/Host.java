package eventloop.lab.study.link;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.server.CommandLines;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A network namespace (namespaces(7)): interfaces, addresses, routes and ports of its own. Processes in it share all
/// else with those outside.
///
/// @param name of the namespace
/// @param address of its end of the cable
record Host(String name, String address) {
    /// Its end of the cable.
    static final String INTERFACE = "cable";

    private static final String NETWORK = "/24";

    /// What to put before a command, which then runs on this host.
    List<String> prefix() {
        return List.of("ip", "netns", "exec", name);
    }

    void create() throws IOException, InterruptedException {
        NetworkTool.run(List.of("ip", "netns", "add", name));
        ip("link", "set", "lo", "up");
    }

    /// When the cable is there.
    void connect() throws IOException, InterruptedException {
        ip("address", "add", address + NETWORK, "dev", INTERFACE);
        ip("link", "set", INTERFACE, "up");
    }

    /// Has what leaves by the cable go through a queue.
    ///
    /// @param queue as `tc qdisc` takes it (tc(8)); none for the usual one
    void queue(List<String> queue) throws IOException, InterruptedException {
        if (!queue.isEmpty()) {
            var replace = List.of("tc", "-n", name, "qdisc", "replace", "dev", INTERFACE, "root");
            NetworkTool.run(CommandLines.joined(replace, queue));
        }
    }

    /// How many packets have left by the cable and come by it. Of what the system sends in one piece, to be cut by the
    /// network card, each piece counts as one.
    long packets() throws IOException, InterruptedException {
        var links = ip("-stats", "-json", "link", "show", "dev", INTERFACE);
        var counts = Json.read(links, JsonNode.class).get(0).get("stats64");
        return counts.get("rx").get("packets").asLong() + counts.get("tx").get("packets").asLong();
    }

    /// The cable goes with it.
    void remove() throws IOException, InterruptedException {
        NetworkTool.run(List.of("ip", "netns", "delete", name));
    }

    private String ip(String... arguments) throws IOException, InterruptedException {
        return NetworkTool.run(
                CommandLines.joined(List.of("ip", "-netns", name), List.of(arguments)));
    }
}
