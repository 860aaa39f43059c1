package eventloop.lab.study.experiment;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One client that asks for the same page again and again, on one connection as long as the server keeps it.
///
/// @param headers each as it is sent, such as `Range: bytes=0-9`
/// @param patience how long it waits for an answer
public record RequestSeries(URI server, String path, List<String> headers, Duration patience) {
    /// As long as a person looks at a page that does not come.
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    public RequestSeries {
        headers = List.copyOf(headers);
    }

    /// @return the answers until one did not come
    /// @throws java.net.ConnectException if nobody listens there
    /// @throws IOException if what comes is no answer
    public AnswerTimes ask(int times) throws IOException {
        var answers = new ArrayList<AnswerTimes.Timed>();
        var client = RawClient.to(server);
        try {
            while (true) {
                long begin = System.nanoTime();
                var answer = client.getWithin(patience, path, headers.toArray(String[]::new));
                if (answer.isEmpty()) {
                    return new AnswerTimes(answers, Optional.of(patience));
                }
                var time = Duration.ofNanos(System.nanoTime() - begin);
                answers.add(new AnswerTimes.Timed(answer.get().status(), time));
                if (answers.size() == times) {
                    return new AnswerTimes(answers, Optional.empty());
                }
                if (!answer.get().keepsConnection()) {
                    client.close();
                    client = RawClient.to(server);
                }
            }
        } finally {
            client.close();
        }
    }
}
