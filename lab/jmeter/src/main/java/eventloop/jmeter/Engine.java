package eventloop.jmeter;

import org.apache.jmeter.engine.RemoteJMeterEngineImpl;
import org.apache.jmeter.util.JMeterUtils;
import us.abstracta.jmeter.javadsl.core.engines.JmeterEnvironment;

/// One of several machines that load a server together: `Engine PORT [ADDRESS]` waits until it is told to end. It obeys
/// whoever reaches its port, so its network has to be one's own.
public final class Engine {
    private Engine() {}

    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        System.setProperty(
                "java.rmi.server.hostname", arguments.length > 1 ? arguments[1] : "127.0.0.1");
        new JmeterEnvironment();
        Rmi.PROPERTIES.forEach(JMeterUtils::setProperty);
        JMeterUtils.setProperty("server.rmi.localport", Integer.toString(port + 1));
        RemoteJMeterEngineImpl.startServer(port);
        System.out.println("engine at port " + port);
    }
}
