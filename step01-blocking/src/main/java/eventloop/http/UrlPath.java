package eventloop.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;

/// Where a request points, in the one spelling that stands for all others: percent-decoded, without
/// `.` and `..`, without empty segments. Two spellings of one path have the same [#path], so
/// that is fit to be the key of a cache, which the whole is not: it has the query as well. No path of a request
/// leads above the root.
///
/// @param path begins with `/`, and ends with it where a directory was asked for; Unicode text
/// @param query what follows the first `?`, undecoded and without it; empty if there is none
public record UrlPath(String path, String query) {
    public static final UrlPath ROOT = new UrlPath("/", "");

    /// What stands in a query as it is, beside letters, digits and `-._~` (RFC 3986 §3.4).
    private static final String IN_QUERY = "%/?:@!$&'()*+,;=";

    /// Reads a request target in its origin form (`/a%20b?q`, RFC 9112 §3.2.1).
    ///
    /// @param target begins with `/`; characters of one byte each, of which those above 127 are taken as
    ///     raw UTF-8, since that is what curl sends for a name typed as it is
    /// @throws RefusedRequest 400, if it is no path, or leads above the root
    static UrlPath parse(String target) throws RefusedRequest {
        if (isCanonical(target)) {
            return new UrlPath(target, "");
        }
        if (target.indexOf('#') >= 0) {
            throw new RefusedRequest("a fragment (#) is not sent to a server");
        }
        int question = target.indexOf('?');
        var path = question < 0 ? target : target.substring(0, question);
        var query = question < 0 ? "" : target.substring(question + 1);
        return new UrlPath(withoutDotSegments(decode(path)), query);
    }

    public boolean isDirectory() {
        return path.endsWith("/");
    }

    /// The same path with the slash that a directory's has.
    public UrlPath asDirectory() {
        return isDirectory() ? this : new UrlPath(path + "/", query);
    }

    /// This path as it stands in a `Location` header: encoded again, with the query.
    public String encoded() {
        var encodedPath = encode(path.getBytes(StandardCharsets.UTF_8), "/");
        // The query never was decoded: what is still to be encoded in it are bytes sent raw.
        return query.isEmpty()
                ? encodedPath
                : encodedPath + "?" + encode(query.getBytes(StandardCharsets.ISO_8859_1), IN_QUERY);
    }

    private static String encode(byte[] bytes, String kept) {
        var encoded = new StringBuilder();
        for (byte b : bytes) {
            if (Characters.isUnreserved(b) || kept.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /// Whether a target is already in its canonical spelling: the case of nearly every request, told
    /// by one look at its characters and without a copy.
    static boolean isCanonical(String target) {
        char before = '/';
        for (int i = 1; i < target.length(); i++) {
            char c = target.charAt(i);
            boolean canonical =
                    c == '/'
                            ? before != '/'
                            : Characters.isUnreserved(c) && !(c == '.' && before == '/');
            if (!canonical) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String decode(String path) throws RefusedRequest {
        var text = fromUtf8(percentDecoded(path));
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedRequest("the path holds a control character");
        }
        return text;
    }

    private static byte[] percentDecoded(String path) throws RefusedRequest {
        var bytes = new ByteArrayOutputStream(path.length());
        int i = 0;
        while (i < path.length()) {
            if (path.charAt(i) == '%') {
                bytes.write(encodedByte(path, i + 1));
                i += 3;
            } else {
                bytes.write(path.charAt(i));
                i++;
            }
        }
        return bytes.toByteArray();
    }

    /// The byte whose two hexadecimal digits stand at `i`.
    private static int encodedByte(String path, int i) throws RefusedRequest {
        boolean areDigits =
                i + 1 < path.length()
                        && HexFormat.isHexDigit(path.charAt(i))
                        && HexFormat.isHexDigit(path.charAt(i + 1));
        if (!areDigits) {
            throw new RefusedRequest("a % in the path is not followed by two hex digits");
        }
        return HexFormat.fromHexDigits(path, i, i + 2);
    }

    private static String fromUtf8(byte[] bytes) throws RefusedRequest {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedRequest("the path is not UTF-8");
        }
    }

    /// RFC 3986 §5.2.4, but for two things: empty segments are left out first, so that `/a//../b` is `/b`; and a path
    /// that climbs above the root is refused, not clipped, since no honest client sends one.
    private static String withoutDotSegments(String path) throws RefusedRequest {
        var kept = new ArrayList<String>();
        for (var part : path.split("/")) {
            if (part.equals("..")) {
                if (kept.isEmpty()) {
                    throw new RefusedRequest("the path leads above the root");
                }
                kept.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.add(part);
            }
        }
        boolean directory = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
        var joined = "/" + String.join("/", kept);
        return directory && !kept.isEmpty() ? joined + "/" : joined;
    }
}
