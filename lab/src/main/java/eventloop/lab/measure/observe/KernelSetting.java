package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A setting of a Linux kernel: a file of one line in `/proc/sys`.
///
/// @param name as sysctl(8) has it, such as `net.core.somaxconn`
public record KernelSetting(String name) {
    public boolean isTold() {
        return Files.isReadable(file());
    }

    /// In one piece, as a buffered reader asks for it: the kernel has nothing more to say to a second read, and
    /// [Files#readString] begins with one of a single byte.
    public String read() throws IOException {
        try (var reader = Files.newBufferedReader(file())) {
            return reader.readLine().strip();
        }
    }

    /// The command that sets it until the machine is started anew.
    public String remedy(Object value) {
        return "sudo sysctl -w %s=%s".formatted(name, value);
    }

    private Path file() {
        return Path.of("/proc/sys", name.split("\\."));
    }
}
