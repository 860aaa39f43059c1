package eventloop.peers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.rival.Rival;
import eventloop.lab.rival.RivalContract;
import eventloop.lab.rival.Rivals;
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
