package eventloop.lab.study.peers;

import java.util.List;

/// What belongs together in one table of a lesson.
///
/// @param name in the lesson's marker
/// @param isAboutWaiting whether its questions take minutes, and can be asked all at once
/// @param steps whose answers stand beside the others': the one before the lesson's piece, and the one with it
record PeerTopic(
        String name,
        String title,
        boolean isAboutWaiting,
        List<Integer> steps,
        List<PeerQuestion> questions) {
    static final List<PeerTopic> ALL =
            List.of(
                    HalfClose.topic(),
                    ConnectionHeader.topic(),
                    PlainRequests.topic(),
                    LateRequests.topic(),
                    Validators.topic(),
                    Ranges.topic(),
                    HeadRequests.topic());

    /// A topic whose questions are answered at once.
    static PeerTopic quick(
            String name, String title, List<Integer> steps, List<PeerQuestion> questions) {
        return new PeerTopic(name, title, false, steps, questions);
    }

    PeerTopic {
        steps = List.copyOf(steps);
        questions = List.copyOf(questions);
    }
}
