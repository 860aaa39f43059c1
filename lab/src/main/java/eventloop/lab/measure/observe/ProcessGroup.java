package eventloop.lab.measure.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Several processes that are one server: what all of them have together, those among them that these have started.
/// Empty where the system does not tell.
///
/// @param pids of those that were started
public record ProcessGroup(List<Long> pids) {
    /// Physical memory, where what several share counts for each of them.
    public OptionalLong residentBytes() {
        return sum(files -> files.status().residentMemoryBytes().stream());
    }

    /// Physical memory, where what several share counts once.
    public OptionalLong proportionalBytes() {
        return sum(files -> files.proportionalMemoryBytes().stream());
    }

    /// Of all of them, by the thread's number, which no two processes have.
    Map<Integer, ThreadWork> workByThread() {
        return ofAll(ProcessFiles::workByThread);
    }

    /// Of the threads that compile, where they are JVMs.
    Map<Integer, ThreadWork> workOfCompilers() {
        return ofAll(ProcessFiles::workOfCompilers);
    }

    private Map<Integer, ThreadWork> ofAll(Function<ProcessFiles, Map<Integer, ThreadWork>> part) {
        var work = new HashMap<Integer, ThreadWork>();
        members().forEach(files -> work.putAll(part.apply(files)));
        return work;
    }

    public OptionalLong threads() {
        return sum(files -> files.threads().stream().asLongStream());
    }

    /// The most files that one of them has open.
    public OptionalLong mostOpenFiles() {
        return members().flatMapToLong(files -> files.openFiles().stream()).max();
    }

    /// Of those that tell.
    private OptionalLong sum(Function<ProcessFiles, LongStream> figure) {
        var figures = members().flatMapToLong(figure).toArray();
        return figures.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(LongStream.of(figures).sum());
    }

    private Stream<ProcessFiles> members() {
        return pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> ProcessFiles.of(process.pid()));
    }
}
