package eventloop.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Paths that were asked for lately, found again by their bytes. Nearly every request is for a path that
/// somebody has asked for before, and need not be made into a string and checked once more. That saves garbage more
/// than time: the string, its characters and the path would be more than a third of all that a request for a cached
/// file leaves behind in step 7.
///
/// Each path has one place in a table of fixed size, and takes it from whoever was there, so there is
/// nothing to bound and nothing to clear away. Only paths that are already in the one spelling of [UrlPath]
/// are kept: their bytes stand for themselves. Any thread: a path is immutable, and when two threads
/// overwrite each other's, one of them is made once more.
final class KnownPaths {
    private static final int PLACES = 4096;

    /// In bytes: what somebody may have kept here by asking for long names.
    private static final int LONGEST = 128;

    private final UrlPath[] places = new UrlPath[PLACES];

    KnownPaths() {
        Arrays.fill(places, UrlPath.ROOT);
    }

    /// The path that the request target in `[from, to)` stands for: see [UrlPath#parse].
    UrlPath find(ByteBuffer bytes, int from, int to) throws RefusedRequest {
        if (to - from > LONGEST) {
            return UrlPath.parse(Bytes.text(bytes, from, to));
        }
        int place = placeOf(bytes, from, to);
        var known = places[place];
        return isSpelt(known.path(), bytes, from, to) ? known : keep(place, bytes, from, to);
    }

    private static int placeOf(ByteBuffer bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes.get(i);
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    private static boolean isSpelt(String path, ByteBuffer bytes, int from, int to) {
        if (path.length() != to - from) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) != bytes.get(from + i)) {
                return false;
            }
        }
        return true;
    }

    private UrlPath keep(int place, ByteBuffer bytes, int from, int to) throws RefusedRequest {
        var target = Bytes.text(bytes, from, to);
        var path = UrlPath.parse(target);
        if (UrlPath.isCanonical(target)) {
            places[place] = path;
        }
        return path;
    }
}
