package eventloop.lab.measure.result;

/// Sizes as people read them.
public final class Bytes {
    private static final long KIBIBYTE = 1 << 10;
    private static final long MEBIBYTE = 1 << 20;

    private Bytes() {}

    public static double mebibytes(double bytes) {
        return bytes / MEBIBYTE;
    }

    /// `64 KiB`, `16 MiB`; in bytes if it is not a whole number of those.
    public static String words(long bytes) {
        if (bytes % MEBIBYTE == 0) {
            return bytes / MEBIBYTE + " MiB";
        }
        return bytes % KIBIBYTE == 0 ? bytes / KIBIBYTE + " KiB" : "%,d bytes".formatted(bytes);
    }
}
