package eventloop.http;

import java.nio.ByteBuffer;

/// The text of an IPv6 address (RFC 3986 §3.2.2): eight groups of up to four hexadecimal digits, of which one
/// or more that are zero may be left out once, as `::`. The last two may be spelt as an IPv4 address. There
/// are no zones (`fe80::1%eth0`): they mean something on one machine only, and RFC 9844 took them out of URLs.
final class Ipv6Address {
    private static final int GROUPS = 8;

    private Ipv6Address() {}

    static boolean isWellFormed(ByteBuffer bytes, int from, int to) {
        int i = from;
        int groups = 0;
        boolean hasGap = isGap(bytes, i, to);
        if (hasGap) {
            i += 2;
        }
        while (i < to) {
            if (isIpv4(bytes, i, to)) {
                groups += 2;
                break;
            }
            int end = endOfGroup(bytes, i, to);
            boolean followsGap = isGap(bytes, end, to);
            if (end == i
                    || followsGap && hasGap
                    || end < to && !hasMore(bytes, end, to, followsGap)) {
                return false;
            }
            groups++;
            hasGap |= followsGap;
            i = followsGap ? end + 2 : Math.min(end + 1, to);
        }
        return hasGap ? groups < GROUPS : groups == GROUPS;
    }

    private static boolean isGap(ByteBuffer bytes, int i, int to) {
        return i + 1 < to && bytes.get(i) == ':' && bytes.get(i + 1) == ':';
    }

    /// Whether behind a group that ends here comes what may come: a gap, or a colon and another group.
    private static boolean hasMore(ByteBuffer bytes, int end, int to, boolean isGap) {
        return isGap || bytes.get(end) == ':' && end + 1 < to;
    }

    private static int endOfGroup(ByteBuffer bytes, int from, int to) {
        int end = from;
        while (end < to && end - from < 4 && Characters.isHexDigit(bytes.get(end))) {
            end++;
        }
        return end;
    }

    /// Four numbers from 0 to 255 with dots between them, without zeros in front.
    private static boolean isIpv4(ByteBuffer bytes, int from, int to) {
        int i = from;
        for (int number = 1; number <= 4; number++) {
            int end = endOfNumber(bytes, i, to);
            boolean isLast = number == 4;
            if (end == i || isLast != (end == to) || !isLast && bytes.get(end) != '.') {
                return false;
            }
            i = end + 1;
        }
        return true;
    }

    /// One past a number that may stand in an IPv4 address; `from` if there is none.
    private static int endOfNumber(ByteBuffer bytes, int from, int to) {
        int value = 0;
        int end = from;
        while (end < to && Characters.isDigit(bytes.get(end))) {
            value = value * 10 + bytes.get(end) - '0';
            if (value > 255 || end > from && bytes.get(from) == '0') {
                return from;
            }
            end++;
        }
        return end;
    }
}
