package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which processors the server has and which the load: apart, so that neither takes the other's time. Two threads of one
/// core are two processors to the system, and yet they take from each other what no processor time tells.
///
/// @param server what to put before a command so that it runs on the server's processor; empty where
///     processes cannot be pinned
/// @param load the same for the load
public record Placement(List<String> server, List<String> load) {
    private static final int MOST_TRIES = 5;

    /// Its last word is the list of processors.
    private static final String TASKSET = "taskset";

    public static final Placement ANYWHERE = new Placement(List.of(), List.of());

    private static final Path SELF = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final String SIBLINGS =
            "/sys/devices/system/cpu/cpu%d/topology/thread_siblings_list";

    /// The server on the first processor we may use, the load on all others but those of the same core, if there are two
    /// and `taskset` is there to keep them apart.
    public static Placement apart() {
        var processors = processors();
        if (processors.size() < 2 || Programs.find(TASKSET).isEmpty()) {
            return ANYWHERE;
        }
        int first = processors.getFirst();
        var others = others(processors, siblings(first)).stream().map(String::valueOf).toList();
        return new Placement(pinnedTo(String.valueOf(first)), pinnedTo(String.join(",", others)));
    }

    /// All but the first, without threads of its core if anything is left then.
    static List<Integer> others(List<Integer> processors, List<Integer> siblings) {
        var others = processors.subList(1, processors.size());
        var apart = others.stream().filter(other -> !siblings.contains(other)).toList();
        return apart.isEmpty() ? others : apart;
    }

    /// Whether the load has a thread of the server's core, for want of another core.
    public boolean sharesCore() {
        return !server.isEmpty()
                && numbers(load.getLast()).stream()
                        .anyMatch(siblings(Integer.parseInt(server.getLast()))::contains);
    }

    /// The threads of a processor's core, itself among them; none where the system does not tell.
    private static List<Integer> siblings(int processor) {
        try {
            return numbers(Files.readString(Path.of(SIBLINGS.formatted(processor))).strip());
        } catch (IOException untold) {
            return List.of();
        }
    }

    /// How many processors the load has.
    public int loadProcessors() {
        return load.contains(TASKSET)
                ? numbers(load.getLast()).size()
                : Runtime.getRuntime().availableProcessors();
    }

    /// Has the lab itself run where the load runs, or the server would not have its processor for itself. From
    /// then on the lab's JVM knows no other processors.
    public Placement withTheLabBesideTheLoad() throws IOException, InterruptedException {
        if (!load.isEmpty()) {
            var self = String.valueOf(ProcessHandle.current().pid());
            var command =
                    List.of(TASKSET, "--all-tasks", "--cpu-list", "--pid", load.getLast(), self);
            boolean isMoved = false;
            // A thread that ends meanwhile makes it fail.
            for (int tries = 0; tries < MOST_TRIES && !isMoved; tries++) {
                isMoved = Children.start(List.of(), command).waitFor() == 0;
            }
            if (!isMoved) {
                throw new IOException("the lab cannot be moved to the load's processors");
            }
        }
        return this;
    }

    /// What to put before a command that needs the server's processor as well as the load's.
    public List<String> both() {
        return server.isEmpty() ? List.of() : pinnedTo(server.getLast() + "," + load.getLast());
    }

    private static List<String> pinnedTo(String processors) {
        return List.of(TASKSET, "--cpu-list", processors);
    }

    private static List<Integer> processors() {
        try (var lines = Files.lines(SELF)) {
            return lines.filter(line -> line.startsWith(ALLOWED))
                    .findFirst()
                    .map(line -> numbers(line.substring(ALLOWED.length()).strip()))
                    .orElse(List.of());
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    /// @param ranges as in `0-3,8`
    static List<Integer> numbers(String ranges) {
        var numbers = new ArrayList<Integer>();
        for (var range : ranges.split(",")) {
            var ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
