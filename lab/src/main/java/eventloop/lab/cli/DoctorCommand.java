package eventloop.lab.cli;

import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.study.doctor.Diagnosis;
import eventloop.lab.study.doctor.Doctor;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./course doctor`: what this machine can and cannot measure.
@Command(
        name = "doctor",
        description = {
            "Tells what this machine can and cannot measure, and what would mend it.",
            "It changes nothing. Exit status: 0, whatever it has found."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        new Doctor(CourseDirectory.path(), Terminal.charset())
                .examine(diagnosis -> show(diagnosis, out));
        show(browser(), out);
        return ExitCode.OK;
    }

    private static Diagnosis browser() {
        return HeadlessBrowser.missing()
                .<Diagnosis>map(missing ->
                        new Diagnosis.Unwell(
                                "browser",
                                missing.what(),
                                "./course slides --pdf prints nothing, and tests that look at pages are skipped",
                                missing.remedy()))
                .orElseGet(() ->
                        new Diagnosis.Well(
                                "browser",
                                "can be driven by node: for ./course slides --pdf, and for tests"));
    }

    static void show(Diagnosis diagnosis, PrintWriter out) {
        boolean isWell = diagnosis instanceof Diagnosis.Well;
        out.printf("%s %-14s  %s%n", isWell ? "✓" : "!", diagnosis.thing(), diagnosis.found());
        if (diagnosis instanceof Diagnosis.Unwell(_, _, var meaning, var remedy)) {
            out.printf("%19s%s%n%19sto mend it: %s%n", "", meaning, "", remedy);
        }
        out.flush();
    }
}
