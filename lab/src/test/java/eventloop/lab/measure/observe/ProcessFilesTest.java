package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesTest {
    private static final String STATUS =
            """
            Name:\tVmRSS: 1 (a
            VmHWM:\t   91812 kB
            VmRSS:\t   84212 kB
            Threads:\t19
            voluntary_ctxt_switches:\t7
            nonvoluntary_ctxt_switches:\t2
            """;

    @TempDir private Path directory;

    @Test
    void eachNumberStandsBehindItsName() throws Exception {
        var files = new ProcessFiles(directory);
        write("status", STATUS);

        assertThat(files.threads()).hasValue(19);
        assertThat(files.peakMemoryBytes()).hasValue(91812L << 10);
        assertThat(files.status().residentMemoryBytes()).hasValue(84212L << 10);
    }

    @Test
    void programMayBeCalledWhateverItLikes() throws Exception {
        write("stat", "9 (a) 1 b) S 1 9 9 0 -1 4194304 1 2 3 4 250 75 11 12 20 0 1 0 5 6 7");

        assertThat(new ProcessFiles(directory).stat().processorTime())
                .hasValue(new ProcessorTime(2.5, 0.75));
    }

    @Test
    void everyThreadHasItsOwnFiles() throws Exception {
        write("task/9/status", STATUS);
        write("task/9/schedstat", "885100 103862 2\n");
        write("task/10/status", STATUS.replace("7", "70"));
        write("task/10/schedstat", "0 0 0\n");

        assertThat(new ProcessFiles(directory).workByThread())
                .containsOnly(
                        entry(9, new ThreadWork(7, 2, 885_100)),
                        entry(10, new ThreadWork(70, 2, 0)));
    }

    @Test
    void compilersAreKnownByTheirNames() throws Exception {
        write("task/9/comm", "event-loop\n");
        write("task/9/status", STATUS);
        write("task/9/schedstat", "885100 103862 2\n");
        write("task/10/comm", "C2 CompilerThre\n");
        write("task/10/status", STATUS);
        write("task/10/schedstat", "1200 0 0\n");

        assertThat(new ProcessFiles(directory).workOfCompilers())
                .containsOnly(entry(10, new ThreadWork(7, 2, 1200)));
    }

    @Test
    void whatAThreadHasDoneIsNotKnownInParts() throws Exception {
        write("task/9/status", STATUS);

        assertThat(new ProcessFiles(directory).workByThread()).isEmpty();
    }

    @Test
    void nothingIsKnownOfAProcessThatIsGone() {
        var files = new ProcessFiles(directory.resolve("gone"));

        assertThat(files.threads()).isEmpty();
        assertThat(files.peakMemoryBytes()).isEmpty();
        assertThat(files.stat().processorTime()).isEmpty();
        assertThat(files.workByThread()).isEmpty();
        assertThat(files.droppedConnections()).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
