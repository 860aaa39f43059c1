package eventloop.lab.study.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `ip` and `tc`, which set up what the kernel knows of networks. They are done at once. They may also be run while the
/// lab ends, when no server is started any more.
final class NetworkTool {
    private NetworkTool() {}

    /// @return what it says
    /// @throws IOException if it does not go well; the message is the command and what it says of that
    static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("'%s': %s".formatted(String.join(" ", command), output.strip()));
        }
        return output;
    }
}
