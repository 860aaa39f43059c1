package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The JDK that runs the lab runs everything else as well.
public final class Java {
    /// A JVM reads them by itself.
    public static final Set<String> OPTIONS_OF_THE_ENVIRONMENT =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /// Flags by which a JVM's own warnings and last words go to its error output: who reads what its program says reads
    /// nothing else.
    public static final List<String> OWN_WORDS_APART =
            List.of("-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:+DisplayVMOutputToStderr");

    private Java() {}

    public static String executable() {
        return bin("java");
    }

    /// Flags by which JVMs of one program share what they have loaded: the first that ends in good order leaves an
    /// archive of its classes behind. Only classes of jars are put in.
    public static List<String> sharingClasses(Path archive) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                // Where it cannot be used, nobody needs to know.
                "-Xlog:disable");
    }

    /// Removes an archive that is older than a jar on its class path: no JVM uses it, and none makes it anew while it
    /// is there.
    public static void removeStaleArchive(Path archive, List<Path> classPath) throws IOException {
        if (!Files.exists(archive)) {
            return;
        }
        var made = Files.getLastModifiedTime(archive);
        for (var entry : classPath) {
            if (Files.exists(entry) && Files.getLastModifiedTime(entry).compareTo(made) > 0) {
                Files.deleteIfExists(archive);
            }
        }
    }

    /// Has a JVM tell something, as the JDK's program jcmd does.
    ///
    /// @return its words
    /// @throws IOException if it does not answer
    public static String jcmd(long pid, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(bin("jcmd"), Long.toString(pid)));
        command.addAll(List.of(words));
        var jcmd = Children.run(List.of(), command);
        if (jcmd.status() != 0) {
            throw new IOException("jcmd failed: " + jcmd.errors());
        }
        return jcmd.output();
    }

    private static String bin(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }
}
