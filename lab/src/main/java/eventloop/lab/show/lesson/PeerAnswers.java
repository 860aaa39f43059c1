package eventloop.lab.show.lesson;

import eventloop.lab.study.peers.PeersResult;
import java.nio.file.Path;

/// How real servers answer, as a lesson shows it.
record PeerAnswers(PeersResult result) {
    String shown(String topic, String now, Path page) {
        return result.markdown(topic);
    }
}
