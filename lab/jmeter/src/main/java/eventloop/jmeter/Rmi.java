package eventloop.jmeter;

import java.util.Map;

/// How engines and whoever asks them speak with each other.
final class Rmi {
    /// Without TLS: else each of them needs a key store of one's own making.
    static final Map<String, String> PROPERTIES = Map.of("server.rmi.ssl.disable", "true");

    /// Engines send what they find to the next two.
    static final int PORT_OF_WHO_ASKS = 1200;

    private Rmi() {}
}
