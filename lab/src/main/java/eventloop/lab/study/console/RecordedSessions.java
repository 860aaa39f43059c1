package eventloop.lab.study.console;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The runs that one lesson shows, as they went when they were recorded: `lab/results/consoles/LESSON.json`.
public record RecordedSessions(Provenance provenance, List<Session> sessions) {
    /// @param lesson such as `step03`
    /// @return empty if nothing has been recorded for it
    public static Optional<RecordedSessions> read(ResultFiles files, String lesson)
            throws IOException {
        return files.find(name(lesson), RecordedSessions.class);
    }

    public void save(ResultFiles files, String lesson) throws IOException {
        files.save(name(lesson), this);
    }

    private static String name(String lesson) {
        return "consoles/" + lesson;
    }

    /// How these very commands went.
    ///
    /// @return empty if others have been recorded, or none
    public Optional<Session> of(Session session) {
        return sessions.stream()
                .filter(recorded -> recorded.typed().equals(session.typed()))
                .findFirst();
    }

    /// On which day they were recorded, and on what machine.
    public String occasion() {
        return "%s, %s, %d processors, %s"
                .formatted(
                        LocalDate.ofInstant(provenance.date(), ZoneOffset.UTC),
                        provenance.processor(),
                        provenance.processors(),
                        provenance.operatingSystem());
    }
}
