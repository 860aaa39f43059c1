package eventloop.lab.show.browser;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A video without an encoder: one still picture, shown for as many seconds as one likes, in
/// [WebM](https://www.webmproject.org/docs/container/). It has an index (`Cues`), so that a player can seek in it.
final class TinyVideo {
    /// A picture that a browser makes and reads: WebP holds a single frame of a VP8 video.
    static final String PICTURE =
            """
            (() => {
                const canvas = document.createElement('canvas');
                canvas.width = canvas.height = 16;
                canvas.getContext('2d', {alpha: false}).fillRect(0, 0, 9, 9);
                return canvas.toDataURL('image/webp', 0.5).split(',')[1];
            })()
            """;

    /// Makes each second large, so that no player reads the whole file ahead.
    private static final byte[] PADDING = new byte[40_000];

    private static final int SIZE = 16;

    private TinyVideo() {}

    /// @param webp what [#PICTURE] has given, in base 64
    static byte[] of(String webp, int seconds) {
        var frame = frame(Base64.getDecoder().decode(webp));
        var clusters = new byte[seconds][];
        for (int second = 0; second < seconds; second++) {
            clusters[second] = cluster(1_000 * second, frame);
        }
        var beginning = join(info(1_000 * seconds), tracks());
        int indexed = beginning.length + cues(new byte[seconds][0], 0).length;
        var cues = cues(clusters, indexed);
        return join(header(), element("18538067", join(beginning, cues, join(clusters))));
    }

    /// RIFF: four letters and a length before each piece.
    private static byte[] frame(byte[] webp) {
        var riff = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        int at = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8 ");
        return Arrays.copyOfRange(webp, at + 8, at + 8 + riff.getInt(at + 4));
    }

    private static byte[] header() {
        return element(
                "1A45DFA3",
                join(
                        element("4282", text("webm")),
                        element("4287", number(2)),
                        element("4285", number(2))));
    }

    /// Times are in milliseconds.
    private static byte[] info(int milliseconds) {
        return element(
                "1549A966",
                join(
                        element("2AD7B1", number(1_000_000)),
                        element("4489", ByteBuffer.allocate(8).putDouble(milliseconds).array())));
    }

    private static byte[] tracks() {
        var video = element("E0", join(element("B0", number(SIZE)), element("BA", number(SIZE))));
        return element(
                "1654AE6B",
                element(
                        "AE",
                        join(
                                element("D7", number(1)),
                                element("73C5", number(1)),
                                element("83", number(1)),
                                element("86", text("V_VP8")),
                                video)));
    }

    /// Where each second begins, from the beginning of the segment.
    private static byte[] cues(byte[][] clusters, int first) {
        var points = new byte[clusters.length][];
        int position = first;
        for (int second = 0; second < clusters.length; second++) {
            var place =
                    element("B7", join(element("F7", number(1)), element("F1", number(position))));
            points[second] = element("BB", join(element("B3", number(1_000 * second)), place));
            position += clusters[second].length;
        }
        return element("1C53BB6B", join(points));
    }

    /// A second: its time, the frame (of track 1, a key frame), and something that nobody reads.
    private static byte[] cluster(int milliseconds, byte[] frame) {
        var block = join(HexFormat.of().parseHex("81000080"), frame);
        return element(
                "1F43B675",
                join(
                        element("E7", number(milliseconds)),
                        element("A3", block),
                        element("EC", PADDING)));
    }

    /// An element is its name, its length in eight bytes, and what it holds.
    private static byte[] element(String id, byte[] content) {
        var length = ByteBuffer.allocate(8).putLong(0x0100_0000_0000_0000L | content.length);
        return join(HexFormat.of().parseHex(id), length.array(), content);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
