package eventloop.lab.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/// What a warm JVM says while a command runs in it, as it comes:
///
/// ```
///   1 LENGTH BYTES    printed          2 LENGTH BYTES    printed as an error          0 STATUS    the end
/// ```
///
/// @param out to whoever has called
record WarmAnswer(DataOutputStream out) {
    private static final int END = 0;
    private static final int PRINTED = 1;
    private static final int PRINTED_AS_ERROR = 2;

    PrintStream printed(Charset charset) {
        return new PrintStream(new Part(PRINTED), true, charset);
    }

    PrintStream printedAsError(Charset charset) {
        return new PrintStream(new Part(PRINTED_AS_ERROR), true, charset);
    }

    void end(int status) throws IOException {
        synchronized (out) {
            out.writeByte(END);
            out.writeInt(status);
            out.flush();
        }
    }

    /// Prints all of it here.
    ///
    /// @return the exit status
    static int print(DataInputStream in) throws IOException {
        for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
            var bytes = in.readNBytes(in.readInt());
            var stream = kind == PRINTED ? System.out : System.err;
            stream.write(bytes);
            stream.flush();
        }
        return in.readInt();
    }

    private final class Part extends OutputStream {
        private final int kind;

        private Part(int kind) {
            this.kind = kind;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            synchronized (out) {
                out.writeByte(kind);
                out.writeInt(length);
                out.write(bytes, from, length);
                out.flush();
            }
        }
    }
}
