package eventloop.http;

/// The classes of bytes that HTTP's grammar is made of (RFC 9110 §5.6.2, RFC 3986 §2).
final class Characters {
    private static final boolean[] TOKEN = lettersDigitsAnd("!#$%&'*+-.^_`|~");
    private static final boolean[] NAME = lettersDigitsAnd("-._~!$&'()*+,;=");
    private static final boolean[] UNRESERVED = lettersDigitsAnd("-._~");

    private Characters() {}

    /// What methods and header names are made of.
    static boolean isToken(byte b) {
        return TOKEN[b & 0xff];
    }

    /// What the name of a host is made of, apart from what is encoded with a percent sign.
    static boolean isInName(byte b) {
        return NAME[b & 0xff];
    }

    /// What stands in a path as it is (RFC 3986 §2.3).
    static boolean isUnreserved(int c) {
        return c >= 0 && c < UNRESERVED.length && UNRESERVED[c];
    }

    /// What may stand in a request target, as far as finding its end goes.
    static boolean isInTarget(byte b) {
        return b > ' ' && b != 0x7f || b < 0;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    /// What may stand nowhere within a line. The tab may.
    static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && b != '\t' || b == 0x7f;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHexDigit(byte b) {
        return isDigit(b) || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F';
    }

    private static boolean[] lettersDigitsAnd(String others) {
        var set = new boolean[256];
        others.chars().forEach(c -> set[c] = true);
        for (int c = 0; c < 128; c++) {
            set[c] |= Character.isLetterOrDigit(c);
        }
        return set;
    }
}
