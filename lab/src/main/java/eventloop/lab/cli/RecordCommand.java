package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.show.lesson.LessonPages;
import eventloop.lab.show.lesson.RecordedRuns;
import eventloop.lab.study.console.LabCommand;
import eventloop.lab.study.console.RecordedSessions;
import eventloop.lab.study.console.Session;
import eventloop.lab.study.console.SessionRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course record`: runs what the lessons show of a terminal, and keeps what comes of it.
@Command(
        name = "record",
        description = {
            "Runs the commands that lessons show, and keeps what they print, to be shown there.",
            "./course readme then writes it into the lessons."
        },
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "LESSON",
            description = "Such as step03 or virtual-threads; by default all.")
    private List<String> names = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, ServerFailure, InterruptedException {
        var pages = LessonPages.in(CourseDirectory.path());
        var known = pages.stream().map(LessonPages::name).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no lesson '%s'; there are: %s"
                                .formatted(name, String.join(", ", known)));
            }
        }
        for (var page : pages) {
            if (names.isEmpty() || names.contains(LessonPages.name(page))) {
                record(page);
            }
        }
        return 0;
    }

    private void record(Path page) throws IOException, ServerFailure, InterruptedException {
        var course = CourseDirectory.path();
        var sessions = new ArrayList<Session>();
        for (var session : RecordedRuns.on(page)) {
            spec.commandLine().getErr().println("recording " + session.name());
            sessions.add(SessionRun.run(session, course, LabCommand.fromHere(), step -> step));
        }
        if (!sessions.isEmpty()) {
            new RecordedSessions(Provenance.now(course, TypedCommand.of(spec)), sessions)
                    .save(new ResultFiles(course), LessonPages.name(page));
        }
    }
}
