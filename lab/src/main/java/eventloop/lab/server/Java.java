package eventloop.lab.server;

import java.nio.file.Path;

/// The JDK that runs the lab runs everything else as well.
public final class Java {
    private Java() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
