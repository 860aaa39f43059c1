package eventloop.lab.measure.observe;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// The text of the file `status` of a process or of a thread: a name and a value on each line. See
/// proc_pid_status(5). What it does not say is not known.
record StatusFile(String text) {
    private static final int KIBIBYTE = 1024;

    OptionalInt threads() {
        return number("Threads").stream().mapToInt(Math::toIntExact).findFirst();
    }

    /// The most physical memory that the process has had at any time. The kernel keeps it from counters that
    /// lag by some hundred KiB.
    OptionalLong peakMemoryBytes() {
        return bytes("VmHWM");
    }

    /// Physical memory at this moment.
    OptionalLong residentMemoryBytes() {
        return bytes("VmRSS");
    }

    OptionalLong voluntarySwitches() {
        return number("voluntary_ctxt_switches");
    }

    OptionalLong forcedSwitches() {
        return number("nonvoluntary_ctxt_switches");
    }

    private OptionalLong bytes(String name) {
        return number(name).stream().map(kibibytes -> kibibytes * KIBIBYTE).findFirst();
    }

    /// By the plainest means: with thousands of threads there are thousands of these files.
    private OptionalLong number(String name) {
        var label = "\n" + name + ":";
        int labelled = text.indexOf(label);
        if (labelled < 0) {
            return OptionalLong.empty();
        }
        int begin = labelled + label.length();
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return begin == end
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(text, begin, end, 10));
    }
}
