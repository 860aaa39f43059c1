package eventloop.lab.measure.observe;

import java.util.Optional;
import java.util.stream.IntStream;

/// The text of the file `stat` of a process: its number, its name in parentheses, and numbers. See proc_pid_stat(5).
/// A name may have spaces and parentheses of its own: it ends with the last one.
record StatFile(String text) {
    /// The kernel counts in hundredths of a second here, whatever it uses inside.
    private static final double TICKS_A_SECOND = 100;

    /// Of those behind the name.
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int SYSTEM_OF_ENDED_CHILDREN = 14;

    /// @param ticks as `/proc` writes them
    static double seconds(String ticks) {
        return Long.parseLong(ticks) / TICKS_A_SECOND;
    }

    /// Empty if the process is gone.
    Optional<ProcessorTime> processorTime() {
        var fields = fields();
        return fields.length <= SYSTEM
                ? Optional.empty()
                : Optional.of(new ProcessorTime(seconds(fields[USER]), seconds(fields[SYSTEM])));
    }

    /// Empty if the process is gone.
    Optional<ProcessTable.Entry> entry() {
        var fields = fields();
        if (fields.length <= SYSTEM_OF_ENDED_CHILDREN) {
            return Optional.empty();
        }
        double seconds =
                IntStream.rangeClosed(USER, SYSTEM_OF_ENDED_CHILDREN)
                        .mapToDouble(field -> seconds(fields[field]))
                        .sum();
        return Optional.of(
                new ProcessTable.Entry(
                        text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')),
                        Long.parseLong(fields[PARENT]),
                        seconds));
    }

    private String[] fields() {
        return text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
    }
}
