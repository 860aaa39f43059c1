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
///   a server that counts            as soon as answered        they have to agree with it and with each other
///   the same                        by a timetable             they have to agree
///   a server that stands still      by a timetable, if any     they do not: coordinated omission
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

    /// Whether all of it can be done on this system.
    public static boolean canBeHad() {
        return StandingStill.canBeHad();
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

    /// All of it, in this order.
    ///
    /// @param standing a server that answers at once when it does not stand still
    /// @param found hears of each reading as it comes
    public void run(ServerUnderTest standing, Consumer<AgreementFindings> found)
            throws ServerFailure, IOException, InterruptedException {
        askAsAnswered(found);
        askPaced(found);
        askOneThatStandsStill(standing, found);
    }

    /// Each program's word, beside what the server has counted.
    private void askAsAnswered(Consumer<AgreementFindings> found)
            throws IOException, InterruptedException {
        for (var program : those(conditions.asAnswered())) {
            try (var server = countingServer()) {
                var reading = load(program, server.address(), conditions.asAnswered());
                found.accept(AgreementFindings.asAnswered(new Counted(reading, server.answered())));
            }
        }
    }

    /// Only those who can keep to a timetable.
    private void askPaced(Consumer<AgreementFindings> found)
            throws IOException, InterruptedException {
        for (var program : those(conditions.paced())) {
            try (var server = countingServer()) {
                found.accept(
                        AgreementFindings.paced(
                                load(program, server.address(), conditions.paced())));
            }
        }
    }

    /// What they see of a server that stands still now and then: few clients, and of those who have a timetable also many.
    private void askOneThatStandsStill(ServerUnderTest server, Consumer<AgreementFindings> found)
            throws ServerFailure, IOException, InterruptedException {
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
                        found.accept(
                                AgreementFindings.standingStill(
                                        load(program, running.address(), work)));
                    }
                }
            }
        }
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
