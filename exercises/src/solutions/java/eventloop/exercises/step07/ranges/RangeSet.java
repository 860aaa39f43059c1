package eventloop.exercises.step07.ranges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a `Range` header asks for, held against the length of the file: one part or several (RFC 9110, 14.1 and 14.2).
sealed interface RangeSet {
    /// @param first byte, counted from 0
    /// @param last byte, which belongs to it
    record Part(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    /// At least one, and no two of them have a byte in common.
    record Parts(List<Part> parts) implements RangeSet {}

    /// The file has no byte of what is asked for.
    record Unsatisfiable() implements RangeSet {}

    /// Cannot be read, or asks for too much, or for the end of an empty file: the file is sent whole.
    record Ignored() implements RangeSet {}

    /// Who asks for more ranges than this is not answered part by part.
    int MOST = 8;

    /// What the header begins with, in letters large or small (RFC 9110, 14.1).
    String UNIT = "bytes=";

    /// One range: `first-last`, `first-`, or `-count` for the last bytes. Longer numbers than these are not read here.
    Pattern RANGE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    /// @param header `bytes=` and the ranges, with commas between them, and perhaps spaces around those
    /// @param total bytes of the file
    static RangeSet parse(String header, long total) {
        // tag::solution[]
        if (!header.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return new Ignored();
        }
        var ranges =
                Stream.of(header.substring(UNIT.length()).split(","))
                        .map(String::strip)
                        .filter(range -> !range.isEmpty())
                        .toList();
        if (ranges.isEmpty() || ranges.size() > MOST) {
            return new Ignored();
        }
        var parts = new ArrayList<Part>();
        for (var range : ranges) {
            var part = part(range, total);
            if (part.isEmpty()) {
                return new Ignored();
            }
            add(parts, part.get());
        }
        return parts.isEmpty() ? new Unsatisfiable() : new Parts(parts);
        // end::solution[]
        // > return new Ignored();
    }

    // tag::solution[]
    /// @return one without a byte if the file has none of the range; nothing if the header is to be ignored
    private static Optional<Part> part(String range, long total) {
        var match = RANGE.matcher(range);
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (match.group(1).isEmpty()) {
            return lastBytes(Long.parseLong(match.group(2)), total);
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(match.group(2));
        return last < first
                ? Optional.empty()
                : Optional.of(new Part(first, Math.min(last, total - 1)));
    }

    private static Optional<Part> lastBytes(long count, long total) {
        return total == 0 && count > 0
                ? Optional.empty()
                : Optional.of(new Part(Math.max(0, total - count), total - 1));
    }

    /// Adds a part, and makes one of it and all that it touches. One without a byte is left out.
    private static void add(List<Part> parts, Part part) {
        if (part.length() <= 0) {
            return;
        }
        for (var other : parts) {
            if (part.first() <= other.last() + 1 && other.first() <= part.last() + 1) {
                parts.remove(other);
                long first = Math.min(part.first(), other.first());
                add(parts, new Part(first, Math.max(part.last(), other.last())));
                return;
            }
        }
        parts.add(part);
    }
    // end::solution[]
}
