package eventloop.lab.study.check;

import eventloop.lab.study.wire.Answer;
import java.io.IOException;

/// Whoever is sent away has an answer, too, and may have it soon: but he was not served.
final class Served {
    private Served() {}

    /// @throws IOException if this is no page
    static void expect(Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("a client gets %d".formatted(answer.status()));
        }
    }
}
