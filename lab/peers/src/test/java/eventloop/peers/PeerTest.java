package eventloop.peers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.rival.Rival;
import eventloop.lab.measure.rival.RivalContract;
import eventloop.lab.measure.rival.Rivals;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeerTest {
    @Test
    void labKnowsEveryPeerAndItsVersion() {
        var titles = Rivals.in(RivalContract.COURSE).all().stream().map(Rival::title).toList();

        assertThat(Stream.of(Peer.values()).map(Peer::toString))
                .allSatisfy(name ->
                        assertThat(titles).anyMatch(title -> title.matches(name + " \\d+\\..*")));
    }
}
