package eventloop.lab.cli;

import eventloop.lab.measure.server.Java;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Has `./course exercise N.M` done by a JVM that is warm, and starts one if there is none. Loads as little as it
/// can: a student who has saved a file waits for it. Where a warm JVM cannot be had, or has another try under way,
/// nothing is lost: the command is then done here, which takes longer. One that ends in the middle of it has begun to
/// answer, so the student is told, and tries again.
final class WarmClient {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\.[0-9]+");
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /// On Windows, jars that a JVM has open cannot be built anew.
    private static final boolean MAY_STAY = File.separatorChar == '/';

    private WarmClient() {}

    /// @return the exit status; nothing if it has not been done
    static OptionalInt run(String... arguments) {
        if (!MAY_STAY
                || arguments.length != 2
                || !arguments[0].equals("exercise")
                || !NUMBER.matcher(arguments[1]).matches()) {
            return OptionalInt.empty();
        }
        var begun = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        var call = new WarmCall(arguments[1], Terminal.isThere(), Terminal.charset(), begun);
        try (var channel = connected(CourseDirectory.path().toAbsolutePath().normalize());
                var out = new DataOutputStream(Channels.newOutputStream(channel));
                var in = new DataInputStream(Channels.newInputStream(channel))) {
            call.write(out);
            if (!in.readBoolean()) {
                return OptionalInt.empty();
            }
            if (call.isTerminal()) {
                Thread.ofPlatform().daemon().name("typed").start(() -> passOn(out));
            }
            return OptionalInt.of(answer(in));
        } catch (IOException notToBeHad) {
            return OptionalInt.empty();
        }
    }

    private static int answer(DataInputStream in) {
        try {
            return WarmAnswer.print(in);
        } catch (IOException hasEnded) {
            System.err.println("course: the JVM that tried it has ended: try again");
            return Course.INTERNAL_ERROR;
        }
    }

    private static SocketChannel connected(Path course) throws IOException {
        var place = WarmPlace.in(course);
        try {
            var there = place.socket();
            return connectedTo(there.isPresent() ? there.get() : startedFor(place, course));
        } catch (SocketException hasEnded) {
            return connectedTo(startedFor(place, course));
        }
    }

    private static SocketChannel connectedTo(Path socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /// @return its socket, once it has one
    private static Path startedFor(WarmPlace place, Path course) throws IOException {
        var before = place.socket();
        var process = start(course);
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() - end < 0) {
            var socket = place.socket().filter(it -> !Optional.of(it).equals(before));
            if (socket.isPresent()) {
                return socket.get();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new IOException("it does not come up");
    }

    /// It has nothing to do with this terminal: its Ctrl-C is not meant for it.
    private static Process start(Path course) throws IOException {
        var log = course.resolve("exercises/target/warm.log").toFile();
        var archive = course.resolve("exercises/target/tool.jsa");
        var classPath = System.getProperty("java.class.path");
        var jars = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        Java.removeStaleArchive(archive, jars);
        var command =
                new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\" </dev/null", "sh"));
        command.add(Java.executable());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(Java.sharingClasses(archive));
        command.add("-Dcourse.directory=" + course);
        command.addAll(List.of("-cp", classPath));
        command.add(WarmMain.class.getName());
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    }

    private static void passOn(DataOutputStream out) {
        try {
            System.in.transferTo(out);
        } catch (IOException isOver) {
            // So is what it was typed for.
        }
    }
}
