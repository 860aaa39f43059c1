package eventloop.lab.measure.load;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/// How long requests took: the figures one looks at first, and the whole histogram for those one looks at
/// later.
///
/// @param histogram an HdrHistogram of nanoseconds, compressed, in Base64
public record Latency(
        long count,
        double meanMillis,
        double p50Millis,
        double p99Millis,
        double p999Millis,
        double maxMillis,
        String histogram) {

    private static final double NANOS_A_MILLI = 1e6;

    static Latency of(Histogram nanos) {
        return new Latency(
                nanos.getTotalCount(),
                nanos.getMean() / NANOS_A_MILLI,
                nanos.getValueAtPercentile(50) / NANOS_A_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_A_MILLI,
                nanos.getValueAtPercentile(99.9) / NANOS_A_MILLI,
                nanos.getMaxValue() / NANOS_A_MILLI,
                encode(nanos));
    }

    /// All of several taken together.
    static Latency sum(List<Latency> parts) {
        var sum = parts.getFirst().decode();
        parts.stream().skip(1).forEach(part -> sum.add(part.decode()));
        return of(sum);
    }

    /// The histogram itself: to be added to others, or drawn.
    public Histogram decode() {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(histogram)), 0);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("not a histogram: " + histogram, damaged);
        }
    }

    private static String encode(Histogram histogram) {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(shortened(buffer));
    }

    private static byte[] shortened(ByteBuffer written) {
        var bytes = new byte[written.flip().remaining()];
        written.get(bytes);
        return bytes;
    }
}
