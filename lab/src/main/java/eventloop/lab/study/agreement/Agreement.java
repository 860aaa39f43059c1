package eventloop.lab.study.agreement;

import eventloop.lab.measure.load.Wrk;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.site.Page;
import eventloop.lab.study.jmeter.JMeter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Puts load programs to the same work, one after the other:
///
/// ```
///   a server that counts            as soon as answered     they have to agree with it and with each other
///   the same                        by a timetable          they have to agree
///   a server that stands still      by a timetable          they do not: coordinated omission
/// ```
///
/// @param root the site, of which `/` is asked for
/// @param progress is told what begins
public record Agreement(
        AgreementConditions conditions,
        List<LoadProgram> programs,
        Path root,
        Placement placement,
        Consumer<String> progress) {

    /// What there is to compare: the lab's own load, JMeter, and wrk if it is installed.
    static List<LoadProgram> programs(JMeter jmeter, Path root, Placement placement) {
        var programs = new ArrayList<LoadProgram>();
        programs.add(new OwnLoad(page(root), placement));
        programs.add(new JMeterLoad(jmeter, placement));
        if (Wrk.isInstalled()) {
            programs.add(new WrkLoad(placement));
        }
        return programs;
    }

    /// With all the programs that there are.
    public static Agreement of(
            AgreementConditions conditions,
            JMeter jmeter,
            Path root,
            Placement placement,
            Consumer<String> progress) {
        return new Agreement(
                conditions, programs(jmeter, root, placement), root, placement, progress);
    }

    static Page page(Path root) {
        return new Page("/", root.resolve("index.html").toString(), 1);
    }

    /// Each program's word, beside what the server has counted.
    public List<Counted> asAnswered() throws IOException, InterruptedException {
        var all = new ArrayList<Counted>();
        for (var program : those(conditions.asAnswered())) {
            try (var server = countingServer()) {
                var reading = load(program, server.address(), conditions.asAnswered());
                all.add(new Counted(reading, server.answered()));
            }
        }
        return all;
    }

    /// Only of those who can keep to a timetable.
    public List<Reading> paced() throws IOException, InterruptedException {
        var all = new ArrayList<Reading>();
        for (var program : those(conditions.paced())) {
            try (var server = countingServer()) {
                all.add(load(program, server.address(), conditions.paced()));
            }
        }
        return all;
    }

    /// What they see of a server that stands still now and then: few clients, and of those who have a timetable also many.
    ///
    /// @param server that answers at once when it does not stand still
    public List<Reading> standingStill(ServerUnderTest server)
            throws ServerFailure, IOException, InterruptedException {
        var all = new ArrayList<Reading>();
        try (var running = RunningServer.start(server, root, placement);
                var _ =
                        StandingStill.of(
                                running.pid(), conditions.pause(), conditions.pauseEvery())) {
            for (var work :
                    List.of(
                            conditions.asAnsweredByFew(),
                            conditions.pacedByFew(),
                            conditions.pacedByMany())) {
                for (var program : those(work)) {
                    if (work instanceof LoadWork.Paced || !program.can(conditions.paced())) {
                        all.add(load(program, running.address(), work));
                    }
                }
            }
        }
        return all;
    }

    private List<LoadProgram> those(LoadWork work) {
        return programs.stream().filter(program -> program.can(work)).toList();
    }

    private Reading load(LoadProgram program, URI server, LoadWork work)
            throws IOException, InterruptedException {
        progress.accept("%s, %d clients".formatted(program.name(), work.clients()));
        return program.load(server, work);
    }

    private CountingServer countingServer() throws IOException {
        return CountingServer.start(
                conditions.answerTime(), Files.readAllBytes(Path.of(page(root).file())));
    }
}
