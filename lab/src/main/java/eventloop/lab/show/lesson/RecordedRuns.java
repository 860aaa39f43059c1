package eventloop.lab.show.lesson;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.study.console.RecordedSessions;
import eventloop.lab.study.console.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a lesson shows of a terminal. Which commands are typed stands in the lesson itself; what comes of them is
/// recorded.
public record RecordedRuns(ResultFiles files) {
    /// The runs of a page, as they stand there.
    public static List<Session> on(Path page) throws IOException {
        var text = Files.readString(page);
        return Blocks.bodies("console", text).entrySet().stream()
                .map(block -> Session.parse(block.getKey(), block.getValue()))
                .toList();
    }

    /// The commands, with what has come of these very commands when they were recorded; alone, if they have not been.
    String shown(String name, String now, Path page) {
        try {
            var session = Session.parse(name, now).typed();
            return RecordedSessions.read(files, LessonPages.name(page))
                    .flatMap(recorded -> shown(session, recorded))
                    .orElse(session.shown());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> shown(Session session, RecordedSessions recorded) {
        return recorded.of(session)
                .map(run -> "%s\n\n<sub>%s</sub>".formatted(run.shown(), recorded.occasion()));
    }
}
