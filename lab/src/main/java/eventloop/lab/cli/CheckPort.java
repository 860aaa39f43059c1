package eventloop.lab.cli;

import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.study.blackbox.Acquaintance;
import eventloop.lab.study.blackbox.ConformancePage;
import eventloop.lab.study.blackbox.Declared;
import eventloop.lab.study.blackbox.Inspection;
import eventloop.lab.study.blackbox.InspectionPage;
import eventloop.lab.study.check.CheckSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;

/// `./course check --port`: how far through the course a server has come that somebody else has started.
///
/// @param level the last one that it is put to
/// @param goesOn also behind a broken promise
record CheckPort(CommandSpec spec, int port, int level, Declared declared, boolean goesOn) {
    int run() throws IOException {
        var site = CheckSite.ofCourse(CourseSite.in(CourseDirectory.path()));
        var server = LocalPort.address(port);
        var out = spec.commandLine().getOut();
        return switch (Acquaintance.with(server, site)) {
            case Acquaintance.Stranger(var what, var help) -> complain(what, help);
            case Acquaintance.OldAcquaintance(var what, var help) -> {
                int status = complain(what, help);
                yield goesOn ? inspect(server, site, out) : status;
            }
            case Acquaintance.CourseServer(var words) -> {
                out.println(words);
                yield inspect(server, site, out);
            }
        };
    }

    private int complain(String what, String help) {
        var err = spec.commandLine().getErr();
        err.println("course: " + what);
        err.println("        " + help);
        return 1;
    }

    private int inspect(URI server, CheckSite site, PrintWriter out) throws IOException {
        var inspection = new Inspection(server, site, declared, level, goesOn);
        var page = new InspectionPage(out);
        int broken = inspection.run(page);
        if (broken == 0 || goesOn) {
            ConformancePage.write(server, out);
        }
        page.end(inspection, broken, TypedCommand.of(spec));
        return broken == 0 ? 0 : 1;
    }
}
