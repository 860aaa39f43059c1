package eventloop.lab.study.doctor;

import eventloop.lab.measure.rival.Program;
import eventloop.lab.measure.server.Java;
import eventloop.lab.study.doctor.Diagnosis.Unwell;
import eventloop.lab.study.doctor.Diagnosis.Well;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is installed, and how it is set.
final class Software {
    private Software() {}

    /// @param missing why it is, with what installs it
    static Diagnosis server(String name, String title, Optional<String> missing) {
        return missing.<Diagnosis>map(reason ->
                        new Unwell(
                                name,
                                reason.contains(" is too old, ") ? "too old" : "missing",
                                "it has no row in a comparison",
                                reason.replaceFirst("^not installed: ", "")))
                .orElseGet(() -> new Well(name, title));
    }

    static Diagnosis wrk(boolean isThere) {
        return isThere
                ? new Well("wrk", "there")
                : new Unwell(
                        "wrk",
                        "missing",
                        "./course speed cannot find the peaks of the fastest servers",
                        Program.WRK.installation());
    }

    /// @param complaints what a JVM says about the flags that servers get
    static Diagnosis java(String version, List<String> flags, String complaints) {
        return complaints.isBlank()
                ? new Well("JDK", version + ", takes " + String.join(" ", flags))
                : new Unwell(
                        "JDK",
                        version,
                        "it does not take the flags of the servers: " + complaints.strip(),
                        "a JDK from https://adoptium.net/, with JAVA_HOME set to it");
    }

    /// The lab's own servers are started without what is set there.
    static Diagnosis environment(Map<String, String> variables) {
        var set =
                Java.OPTIONS_OF_THE_ENVIRONMENT.stream()
                        .filter(variables::containsKey)
                        .sorted()
                        .toList();
        return set.isEmpty()
                ? new Well("environment", "adds no options to a JVM")
                : new Unwell(
                        "environment",
                        String.join(" and ", set) + " set",
                        "./course run starts servers with other flags than the lab measures with",
                        "unset " + String.join(" ", set));
    }

    static Diagnosis terminal(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? new Well("terminal", "shows UTF-8")
                : new Unwell(
                        "terminal",
                        "shows " + charset,
                        "signs that it lacks are replaced, as + for what holds",
                        "export LC_ALL=C.UTF-8, in a terminal that can show it");
    }

    /// @param charset in which Java writes them
    static Diagnosis fileNames(String charset) {
        return charset.equals("UTF-8")
                ? new Well("names of files", "UTF-8")
                : new Unwell(
                        "names of files",
                        charset,
                        "a file with a Korean name is not found",
                        "start servers by ./course run, or export LC_ALL=C.UTF-8");
    }
}
