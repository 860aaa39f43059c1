package eventloop.lab.measure.observe;

import eventloop.lab.measure.server.ProcessFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// Several processes that are one server: what all of them have together, those among them that these have started.
/// Empty where the system does not tell.
///
/// @param pids of those that were started
public record ProcessGroup(List<Long> pids) {
    /// Physical memory, where what several share counts for each of them.
    public OptionalLong residentBytes() {
        return sum(files -> files.status().residentMemoryBytes());
    }

    /// Physical memory, where each has its part of what it shares: with others of the group, or with any process.
    public OptionalLong proportionalBytes() {
        return sum(ProcessFiles::proportionalMemoryBytes);
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
        return sum(files -> files.threads().stream().asLongStream().findFirst());
    }

    /// All together.
    public OptionalLong openFiles() {
        return sum(ProcessFiles::openFiles);
    }

    /// The most files that one of them has open.
    public OptionalLong mostOpenFiles() {
        return members().flatMapToLong(files -> files.openFiles().stream()).max();
    }

    private OptionalLong sum(Function<ProcessFiles, OptionalLong> figure) {
        return sum(members().map(figure).toList());
    }

    /// Nothing unless every one of them tells: those of another user keep their memory to
    /// themselves, and a sum without them would look like little.
    static OptionalLong sum(List<OptionalLong> figures) {
        return figures.isEmpty() || figures.stream().anyMatch(OptionalLong::isEmpty)
                ? OptionalLong.empty()
                : OptionalLong.of(figures.stream().mapToLong(OptionalLong::getAsLong).sum());
    }

    private Stream<ProcessFiles> members() {
        return pids.stream()
                .flatMap(ProcessFamily::of)
                .map(process -> ProcessFiles.of(process.pid()));
    }
}
