package eventloop.lab.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes text in UTF-8 and hands it on in another charset. Signs that this one lacks are written with some that
/// every terminal has: ✓ as `+`, ✗ as `-`, a bar as `#`. One thread at a time, as a `PrintStream` has it.
final class ReadableOutput extends FilterOutputStream {
    private static final Map<String, String> ALIKE =
            Map.ofEntries(
                    Map.entry("✓", "+"),
                    Map.entry("✗", "-"),
                    Map.entry("–", "-"),
                    Map.entry("—", "-"),
                    Map.entry("−", "-"),
                    Map.entry("─", "-"),
                    Map.entry("━", "="),
                    Map.entry("│", "|"),
                    Map.entry("┼", "+"),
                    Map.entry("×", "x"),
                    Map.entry("÷", "/"),
                    Map.entry("★", "*"),
                    Map.entry("·", "."),
                    Map.entry("•", "*"),
                    Map.entry("≈", "~"),
                    Map.entry("µ", "u"),
                    Map.entry("μ", "u"),
                    Map.entry("→", ">"),
                    Map.entry("►", ">"),
                    Map.entry("≥", ">="),
                    Map.entry("≤", "<="),
                    Map.entry("±", "+-"),
                    Map.entry("…", "..."),
                    Map.entry("§", "section "),
                    Map.entry("’", "'"),
                    Map.entry("‹", "<"),
                    Map.entry("›", ">"),
                    Map.entry("“", "\""),
                    Map.entry("”", "\""));

    private static final int FIRST_BLOCK = '▀';
    private static final int LAST_BLOCK = '▟';

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharsetEncoder encoder;
    private final ByteBuffer incomplete = ByteBuffer.allocate(8192);
    private final CharBuffer text = CharBuffer.allocate(incomplete.capacity());

    ReadableOutput(OutputStream out, Charset charset) {
        super(out);
        encoder = charset.newEncoder();
    }

    /// A stream that takes UTF-8, whatever the other one takes: there are writers that write nothing else.
    static PrintStream before(PrintStream stream) {
        var charset = stream.charset();
        return charset.equals(StandardCharsets.UTF_8)
                ? stream
                : new PrintStream(
                        new ReadableOutput(stream, charset), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var input = ByteBuffer.wrap(bytes, offset, length);
        while (input.hasRemaining()) {
            int share = Math.min(input.remaining(), incomplete.remaining());
            incomplete.put(input.slice(input.position(), share));
            input.position(input.position() + share);
            decoder.decode(incomplete.flip(), text, false);
            incomplete.compact();
            out.write(showable(text.flip().toString()).getBytes(encoder.charset()));
            text.clear();
        }
    }

    private String showable(String said) {
        return said.codePoints().mapToObj(this::showable).collect(Collectors.joining());
    }

    private String showable(int sign) {
        var itself = Character.toString(sign);
        if (encoder.canEncode(itself)) {
            return itself;
        }
        boolean isBlock = sign >= FIRST_BLOCK && sign <= LAST_BLOCK;
        return isBlock ? "#" : ALIKE.getOrDefault(itself, "?");
    }
}
