package eventloop.lab.cli;

import eventloop.lab.measure.server.TemporaryDirectory;
import eventloop.lab.study.exercise.Workshop;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/// The program of a JVM that stays for a while behind `./course exercise N.M`: the next try finds its compiler and
/// its tests' JVM warm. Only its user can reach it, by a socket in a directory that nobody else may enter. It has one
/// try under way at a time, and sends others away, who do theirs by themselves.
///
/// It ends when nobody has called for [#LONGEST_REST], when something is built anew, and when its announcement
/// ([WarmPlace]) is removed.
public final class WarmMain {
    private static final Duration LONGEST_REST = Duration.ofMinutes(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path course;
    private final Workshop workshop;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long lastCall = System.nanoTime();

    private WarmMain(Path course) throws IOException {
        this.course = course;
        this.workshop = Workshop.open(course);
    }

    public static void main(String... arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        EarlyEnd.prepare();
        new WarmMain(CourseDirectory.path()).serve();
    }

    private void serve() throws IOException {
        // Only its owner may enter it.
        var directory = TemporaryDirectory.create("course");
        var socket = directory.path().resolve("warm");
        try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(socket));
            workshop.warmUp();
            var place = WarmPlace.in(course);
            place.announce(socket);
            Thread.ofPlatform().daemon().name("end").start(() -> endWhenDue(place, socket));
            while (true) {
                var caller = listening.accept();
                Thread.ofPlatform().name("call").start(() -> answer(caller));
            }
        }
    }

    private void endWhenDue(WarmPlace place, Path socket) {
        try {
            while (isWanted(place, socket)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (IOException | InterruptedException courseIsGone) {
            // A reason as good as any other.
        }
        workshop.close();
        System.exit(0);
    }

    private boolean isWanted(WarmPlace place, Path socket) throws IOException {
        return busy.get()
                || System.nanoTime() - lastCall < LONGEST_REST.toNanos()
                        && WarmPlace.in(course).equals(place)
                        && place.socket().filter(socket::equals).isPresent();
    }

    private void answer(SocketChannel caller) {
        boolean isMine = busy.compareAndSet(false, true);
        try (caller;
                var in = new DataInputStream(Channels.newInputStream(caller));
                var out = new DataOutputStream(Channels.newOutputStream(caller))) {
            out.writeBoolean(isMine);
            if (isMine) {
                runAndWarmUp(WarmCall.read(in), in, new WarmAnswer(out));
            }
        } catch (IOException callerIsGone) {
            // Nothing is lost: what has been written is in its file.
        } finally {
            if (isMine) {
                lastCall = System.nanoTime();
                busy.set(false);
            }
        }
    }

    /// Also behind a caller who did not wait for the end.
    private void runAndWarmUp(WarmCall call, DataInputStream typed, WarmAnswer answer)
            throws IOException {
        try {
            run(call, typed, answer);
        } finally {
            // For the next one, if this one has spoilt it.
            workshop.warmUp();
        }
    }

    private void run(WarmCall call, DataInputStream typed, WarmAnswer answer) throws IOException {
        System.setIn(typed);
        System.setOut(answer.printed(call.charset()));
        System.setErr(answer.printedAsError(call.charset()));
        Terminal.standFor(call.isTerminal(), call.charset());
        Terminal.useWhatItCanShow();
        var command = new ExerciseCommand(_ -> workshop, call.begun());
        int status = Course.commandLine(command, "./course exercise").execute(call.exercise());
        System.out.flush();
        answer.end(status);
    }
}
