package eventloop.jmeter;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import us.abstracta.jmeter.javadsl.JmeterDsl;
import us.abstracta.jmeter.javadsl.core.DslJmeterEngine;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.TestPlanStats;
import us.abstracta.jmeter.javadsl.core.engines.DistributedJmeterEngine;
import us.abstracta.jmeter.javadsl.core.engines.EmbeddedJmeterEngine;

/// Has JMeter run a test plan, and make its HTML dashboard:
///
/// ```
/// PlanRun PLAN.jmx DASHBOARD [name=value…] [engine=HOST:PORT…]
/// ```
///
/// With engines, each of them runs the whole plan, and what they find is put together here.
public final class PlanRun {
    private static final String ENGINE = "engine";
    private static final String FILLED = "plan.jmx";

    /// As in `${__P(port,8080)}`: its name, and its value if nobody gives it another.
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{__P\\((\\w+),([^)]*)\\)}");

    private PlanRun() {}

    public static void main(String... arguments) throws Exception {
        var engines = new ArrayList<String>();
        var properties = new TreeMap<String, String>();
        for (var argument : List.of(arguments).subList(2, arguments.length)) {
            var parts = argument.split("=", 2);
            if (parts[0].equals(ENGINE)) {
                engines.add(parts[1]);
            } else {
                properties.put(parts[0], parts[1]);
            }
        }
        var stats = run(Path.of(arguments[0]), Path.of(arguments[1]), properties, engines);
        System.out.println(words(stats));
        var all = stats.overall();
        boolean isAllAnswered = all.samplesCount() > 0 && all.errorsCount() == 0;
        // JMeter leaves threads behind that wait for engines.
        System.exit(isAllAnswered ? 0 : 1);
    }

    /// @param dashboard a directory that is not there yet
    static TestPlanStats run(
            Path plan, Path dashboard, Map<String, String> properties, List<String> engines)
            throws Exception {
        Files.createDirectories(dashboard);
        var report =
                JmeterDsl.htmlReporter(
                        dashboard.getParent().toString(), dashboard.getFileName().toString());
        var filled = Files.writeString(dashboard.resolveSibling(FILLED), filled(plan, properties));
        return DslTestPlan.fromJmx(filled.toString()).children(report).runIn(engine(engines));
    }

    /// The plan with values in the place of properties: an engine on another machine does not know ours.
    static String filled(Path plan, Map<String, String> properties) throws IOException {
        return PROPERTY.matcher(Files.readString(plan))
                .replaceAll(place -> properties.getOrDefault(place.group(1), place.group(2)));
    }

    private static DslJmeterEngine engine(List<String> engines) throws IOException {
        if (engines.isEmpty()) {
            return new EmbeddedJmeterEngine();
        }
        System.setProperty("java.rmi.server.hostname", addressTowards(engines.getFirst()));
        var there = new DistributedJmeterEngine(engines.toArray(String[]::new));
        Rmi.PROPERTIES.forEach(there::prop);
        there.localBasePort(Rmi.PORT_OF_WHO_ASKS);
        return there;
    }

    /// Engines send what they find to the address that this machine says it has, and what it calls itself may be a
    /// loopback address: so it is to be the one from which the engine is reached.
    private static String addressTowards(String engine) throws IOException {
        int colon = engine.lastIndexOf(':');
        var host = engine.substring(0, colon);
        int port = Integer.parseInt(engine.substring(colon + 1));
        try (var probe = new DatagramSocket()) {
            // Sends nothing: it only looks up the way.
            probe.connect(new InetSocketAddress(host, port));
            return probe.getLocalAddress().getHostAddress();
        }
    }

    /// One line for a person, and for whoever started this.
    private static String words(TestPlanStats stats) {
        var all = stats.overall();
        return "%d requests, %d failed, %.1f a second; mean %d ms, median %d ms, p99 %d ms"
                .formatted(
                        all.samplesCount(),
                        all.errorsCount(),
                        all.samples().perSecond(),
                        all.sampleTime().mean().toMillis(),
                        all.sampleTime().median().toMillis(),
                        all.sampleTime().perc99().toMillis());
    }
}
