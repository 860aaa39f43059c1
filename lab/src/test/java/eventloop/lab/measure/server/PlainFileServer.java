package eventloop.lab.measure.server;

import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// The JDK's own file server as a server under test: the lab's tests need some server, and no step.
public final class PlainFileServer implements ServerUnderTest {
    public static void main(String... arguments) {
        var address =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        var root = Path.of(arguments[0]).toAbsolutePath();
        var server = SimpleFileServer.createFileServer(address, root, OutputLevel.NONE);
        server.start();
        System.out.println("listening on http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(command(root, 0));
    }

    static List<String> command(Path root, int port) {
        return BriefJvm.running(PlainFileServer.class, root, port);
    }
}
