package eventloop.lab.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;

/// What a warm JVM is asked for; behind it comes what is typed, if anybody is there to type.
///
/// @param exercise its number
/// @param isTerminal whether a person looks
/// @param charset what the terminal can show
/// @param begun when the student has called
record WarmCall(String exercise, boolean isTerminal, Charset charset, Instant begun) {
    void write(DataOutputStream out) throws IOException {
        out.writeUTF(exercise);
        out.writeBoolean(isTerminal);
        out.writeUTF(charset.name());
        out.writeLong(begun.toEpochMilli());
        out.flush();
    }

    static WarmCall read(DataInputStream in) throws IOException {
        return new WarmCall(
                in.readUTF(),
                in.readBoolean(),
                Charset.forName(in.readUTF()),
                Instant.ofEpochMilli(in.readLong()));
    }
}
