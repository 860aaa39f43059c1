package eventloop.lab.study.peers;

import java.io.IOException;
import java.net.URI;

/// One valid thing that a client may do, put to every server alike.
///
/// @param text what the client does, in Markdown
/// @param due what is due to it, in the words of an answer, and by which rule
record PeerQuestion(String text, String due, Inquiry inquiry) {
    /// Does it, and says in a few words what came of it.
    @FunctionalInterface
    interface Inquiry {
        String answerOf(URI server) throws IOException;
    }
}
