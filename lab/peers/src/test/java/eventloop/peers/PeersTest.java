package eventloop.peers;

import eventloop.lab.measure.rival.Rival;
import eventloop.lab.measure.rival.RivalContract;
import eventloop.lab.measure.rival.Rivals;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every peer as the lab starts it: from the jar.
@ParameterizedClass
@MethodSource("rivals")
class PeersTest extends RivalContract {
    static List<Rival> rivals() {
        return Rivals.in(COURSE).named(Stream.of(Peer.values()).map(Peer::toString).toList());
    }
}
