package eventloop.lab.show.lesson;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.BriefStep;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.LabJar;
import eventloop.lab.study.console.LabCommand;
import eventloop.lab.study.console.Likeness;
import eventloop.lab.study.console.RecordedSessions;
import eventloop.lab.study.console.Session;
import eventloop.lab.study.console.SessionRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What lessons show of a terminal is run again, as it is printed there.
@Tag("waiting")
class RecordedRunsTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    @TempDir private static Path archives;

    private static LabCommand lab;

    /// More than fifty commands live for a second each here: they share an archive of their classes, and for that a jar.
    @BeforeAll
    static void packLab(@TempDir Path directory) {
        var jar = LabJar.in(directory).toString();
        var libraries =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"));
        lab =
                new LabCommand(
                        Stream.concat(Stream.of(jar), libraries)
                                .collect(joining(File.pathSeparator)),
                        Java.sharingClasses(directory.resolve("lab.jsa")));
    }

    /// The longest first, or one of them runs alone at the end.
    static Stream<Session> recorded() throws IOException {
        var sessions = new ArrayList<Session>();
        for (var page : LessonPages.in(COURSE)) {
            RecordedSessions.read(new ResultFiles(COURSE), LessonPages.name(page))
                    .map(RecordedSessions::sessions)
                    .ifPresent(sessions::addAll);
        }
        return sessions.stream().sorted(comparing(RecordedRunsTest::commands).reversed());
    }

    private static int commands(Session session) {
        return session.lines().size();
    }

    /// Most of the time somebody waits: for a slow disk, or for an answer that does not come.
    @ParameterizedTest
    @MethodSource("recorded")
    @Execution(ExecutionMode.CONCURRENT)
    void whatWasRecordedIsStillSo(Session recorded) throws Exception {
        var now = SessionRun.run(recorded, COURSE, lab, step -> BriefStep.of(step, archives));

        assertThat(Likeness.difference(recorded, now)).isEmpty();
    }

    /// If this fails: `./course record` and `./course readme`.
    @ParameterizedTest
    @MethodSource("pages")
    void everyRunThatALessonShowsHasBeenRecorded(Path page) throws Exception {
        var recorded = RecordedSessions.read(new ResultFiles(COURSE), LessonPages.name(page));

        assertThat(recorded.map(RecordedSessions::sessions).orElse(List.of()))
                .map(Session::typed)
                .containsExactlyElementsOf(
                        RecordedRuns.on(page).stream().map(Session::typed).toList());
    }

    static Stream<Path> pages() throws IOException {
        return LessonPages.in(COURSE).stream();
    }
}
