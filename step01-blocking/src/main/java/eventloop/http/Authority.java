package eventloop.http;

import java.nio.ByteBuffer;

/// The authority of an http URL, `host[:port]`, as it stands in a `Host` header and in an absolute request
/// target (RFC 9110 §4.2 and §7.2, RFC 3986 §3.2). Which host it is does not matter here: one site is served,
/// whatever it is called. But a proxy in front may choose a site, or its rules, by this name, and what two
/// readers can take for two names must not pass.
///
/// There is no user before the host: a URL with one is made to deceive, and a server may refuse it (RFC 9110
/// §4.2.4).
final class Authority {
    private static final int HIGHEST_PORT = 65535;

    private Authority() {}

    /// Whether `[from, to)` is a host, which may be empty, and behind a colon a port, which may be too.
    static boolean isWellFormed(ByteBuffer bytes, int from, int to) {
        int end = endOfHost(bytes, from, to);
        return end == to || bytes.get(end) == ':' && isPort(bytes, end + 1, to);
    }

    /// The same, but with a host that is not empty: what an http URL needs (RFC 9110 §4.2.1).
    static boolean isWellFormedWithHost(ByteBuffer bytes, int from, int to) {
        return from < to && bytes.get(from) != ':' && isWellFormed(bytes, from, to);
    }

    /// The same, but with a port as well: what CONNECT needs (RFC 9110 §9.3.6).
    static boolean isWellFormedWithPort(ByteBuffer bytes, int from, int to) {
        return isWellFormedWithHost(bytes, from, to) && endOfHost(bytes, from, to) + 1 < to;
    }

    /// The index of the first byte behind the host.
    private static int endOfHost(ByteBuffer bytes, int from, int to) {
        boolean isLiteral = from < to && bytes.get(from) == '[';
        return isLiteral ? endOfLiteral(bytes, from, to) : endOfName(bytes, from, to);
    }

    /// The index of the first byte that belongs to no name. An IPv4 address is spelt like a name.
    private static int endOfName(ByteBuffer bytes, int from, int to) {
        int i = from;
        while (i < to && (Characters.isInName(bytes.get(i)) || isEncoded(bytes, i, to))) {
            i++;
        }
        return i;
    }

    /// Whether a percent sign and two hexadecimal digits begin here. Only the sign has to be passed over: digits may
    /// stand in a name anyway.
    private static boolean isEncoded(ByteBuffer bytes, int i, int to) {
        return i + 2 < to
                && bytes.get(i) == '%'
                && Characters.isHexDigit(bytes.get(i + 1))
                && Characters.isHexDigit(bytes.get(i + 2));
    }

    /// One past the bracket that ends an IPv6 address, or an address of a later version; `from` if that is none.
    private static int endOfLiteral(ByteBuffer bytes, int from, int to) {
        int close = from;
        while (close < to && bytes.get(close) != ']') {
            close++;
        }
        boolean isAddress =
                close < to
                        && (Ipv6Address.isWellFormed(bytes, from + 1, close)
                                || isOfLaterVersion(bytes, from + 1, close));
        return isAddress ? close + 1 : from;
    }

    /// `v`, hexadecimal digits, a dot and more (`IPvFuture` in RFC 3986 §3.2.2).
    private static boolean isOfLaterVersion(ByteBuffer bytes, int from, int to) {
        int dot = from + 1;
        while (dot < to && Characters.isHexDigit(bytes.get(dot))) {
            dot++;
        }
        if (dot <= from + 1 || dot + 1 >= to || bytes.get(dot) != '.') {
            return false;
        }
        for (int i = dot + 1; i < to; i++) {
            if (!Characters.isInName(bytes.get(i)) && bytes.get(i) != ':') {
                return false;
            }
        }
        return bytes.get(from) == 'v' || bytes.get(from) == 'V';
    }

    private static boolean isPort(ByteBuffer bytes, int from, int to) {
        int port = 0;
        for (int i = from; i < to; i++) {
            if (!Characters.isDigit(bytes.get(i))) {
                return false;
            }
            port = port * 10 + bytes.get(i) - '0';
            if (port > HIGHEST_PORT) {
                return false;
            }
        }
        return true;
    }
}
