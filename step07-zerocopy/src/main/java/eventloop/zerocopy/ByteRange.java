package eventloop.zerocopy;

import java.util.regex.Pattern;

/// What a `Range` header asks for, held against the length of the file (RFC 9110 §14).
sealed interface ByteRange {
    /// @param first of the bytes, counted from 0
    record Part(long first, long length) implements ByteRange {
        /// As in `Content-Range`.
        String contentRange(long total) {
            return "bytes " + first + "-" + (first + length - 1) + "/" + total;
        }
    }

    /// The file has no byte of what is asked for.
    record Unsatisfiable() implements ByteRange {}

    /// Not a request for one range of bytes: several ranges, another unit, or malformed. A server may
    /// answer with the whole file, and must for a unit that it does not know (RFC 9110 §14.2).
    record Ignored() implements ByteRange {}

    /// `bytes=first-last`, `bytes=first-`, or `bytes=-count` for the last bytes. What stands before the hyphen, and
    /// what behind it: one of the two may be missing.
    Pattern SINGLE = Pattern.compile("(?i:bytes)=\\s*(\\d*)-(\\d*)\\s*");

    // tag::parse[]
    static ByteRange parse(String header, long total) {
        var match = SINGLE.matcher(header);
        if (!match.matches()) {
            return new Ignored();
        }
        var before = match.group(1);
        var behind = match.group(2);
        if (before.isEmpty()) {
            return behind.isEmpty() ? new Ignored() : suffix(number(behind), total);
        }
        return part(number(before), behind.isEmpty() ? Long.MAX_VALUE : number(behind), total);
    }

    private static ByteRange part(long first, long last, long total) {
        if (last < first) {
            return new Ignored();
        }
        return first < total
                ? new Part(first, Math.min(last, total - 1) - first + 1)
                : new Unsatisfiable();
    }

    // end::parse[]

    /// A file that is shorter than what is asked for is sent whole (RFC 9110 §14.1.2): so is an empty one, and
    /// no `Content-Range` can say that of it.
    private static ByteRange suffix(long count, long total) {
        if (count == 0) {
            return new Unsatisfiable();
        }
        long length = Math.min(count, total);
        return length == 0 ? new Ignored() : new Part(total - length, length);
    }

    /// One of more than 18 digits might not fit into a long, and is as good as infinite.
    private static long number(String digits) {
        var significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
