package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// nginx as one process, so that the one that is started is the one that serves and is watched. It runs as
/// whoever runs the lab, and all it writes goes to a directory of its own.
///
/// @param way in which it sends a file: which one is best, the size of the file decides
record Nginx(Way way) implements InstalledRival {
    /// From the first with the option `-e` on. Debian 11 and Ubuntu 20.04 have 1.18.
    static final Program PROGRAM =
            new Program(
                            "nginx",
                            "-v",
                            "apt-get install nginx-light, brew install nginx or"
                                    + " winget install nginxinc.nginx")
                    .from("1.19.5", "see https://nginx.org/en/linux_packages.html");

    private static final ConfigurationFile CONFIGURATION = new ConfigurationFile("nginx.conf");

    enum Way {
        /// As it is advised everywhere.
        SENDFILE("nginx"),
        /// Through its own buffers: dearer for large files, cheaper for small ones.
        COPYING("nginx-no-sendfile"),
        /// No file at all: its configuration has the bytes. The most that nginx can do.
        RETURN("nginx-return");

        private final String server;

        Way(String server) {
            this.server = server;
        }
    }

    @Override
    public String name() {
        return way.server;
    }

    @Override
    public Program program() {
        return PROGRAM;
    }

    @Override
    public Launch launch(Path root) throws IOException {
        return CONFIGURATION.launch(
                root,
                Map.of(
                        "sendfile",
                        way == Way.COPYING ? "off" : "on",
                        "from-memory",
                        way == Way.RETURN ? NginxReturn.all(root) : ""),
                Nginx::command);
    }

    static List<String> command(Path directory, Path configuration) {
        return List.of(
                PROGRAM.command(),
                "-p",
                directory.toString(),
                "-c",
                configuration.toString(),
                "-e",
                "stderr");
    }
}
