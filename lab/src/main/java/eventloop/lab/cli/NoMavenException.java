package eventloop.lab.cli;

import java.io.IOException;

/// The launcher finds no Maven, and has said on the terminal what is needed.
final class NoMavenException extends IOException {
    private static final long serialVersionUID = 1;

    NoMavenException() {
        super("there is no Maven to build with");
    }
}
