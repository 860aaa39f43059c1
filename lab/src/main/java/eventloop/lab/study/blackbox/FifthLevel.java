package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.plain;

import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A slow file makes nobody wait but those who have asked for it.
final class FifthLevel {
    /// What comes sooner is no slow file.
    private static final Duration SLOW = Duration.ofMillis(500);

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int ANSWERS_TO_THE_OTHER = 3;

    static final List<Promise> PROMISES =
            List.of(
                    plain(
                            "a slow file does not hold up the others",
                            "Step 5: reading from a disk blocks, so a helper does it, and the loop goes on.",
                            "the thread that opens and reads files: is it the one that serves all?",
                            FifthLevel::slow));

    private FifthLevel() {}

    private static void slow(Visit visit)
            throws IOException, BrokenPromiseException, UnknownHereException {
        var slow =
                visit.declared()
                        .slowPath()
                        .orElseThrow(() ->
                                new UnknownHereException(
                                        "which file is slow? say it with --slow PATH"));
        var waiting = visit.connect();
        var other = visit.connect();
        other.get(visit.site().page());
        visit.did(
                "GET %s, which is slow; beside it, three times: GET %s"
                        .formatted(slow, visit.site().page()),
                "curl %s & time curl -o /dev/null %s"
                        .formatted(
                                CurlCommand.quoted(visit.server().resolve(slow).toString()),
                                visit.server().resolve(visit.site().page())));
        waiting.ask(slow);
        if (waiting.next(SLOW) == Next.BYTE) {
            throw new UnknownHereException(
                    "%s is not slow: its answer begins within %d ms; if it has been read before, start the server anew"
                            .formatted(slow, SLOW.toMillis()));
        }
        for (int i = 0; i < ANSWERS_TO_THE_OTHER; i++) {
            var answer = other.get(visit.site().page());
            visit.heard(answer);
            visit.expectStatus(200, answer);
        }
        visit.heard("the other one gets its page after the slow file");
        visit.expect(!waiting.hasInput(), "three pages before the slow file");
        waiting.waitAtMost(LONGEST);
        var answer = waiting.read();
        visit.heard(answer);
        visit.expectStatus(200, answer);
    }
}
