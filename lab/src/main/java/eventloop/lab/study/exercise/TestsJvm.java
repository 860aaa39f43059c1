package eventloop.lab.study.exercise;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import eventloop.lab.study.exercise.jvm.Assignment;
import eventloop.lab.study.exercise.jvm.Happening;
import eventloop.lab.study.exercise.jvm.Objection;
import eventloop.lab.study.exercise.jvm.TestsMain;
import eventloop.lab.study.exercise.jvm.WatchedSockets;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A JVM in which tests run, kept from one run to the next, and started anew when a student's code has spoilt it.
/// It is begun before it is needed, so that it comes up while the compiler is at work.
public final class TestsJvm implements AutoCloseable {
    private static final String ENDED = "the program ended by itself";
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-ea",
                    "--enable-native-access=ALL-UNNAMED");

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final List<String> command;
    private final Path archive;
    private Optional<Connection> connection = Optional.empty();

    /// Both ends of the conversation with one JVM.
    private static final class Connection {
        private final Process process;
        private final ObjectOutputStream to;
        private Optional<ObjectInputStream> from = Optional.empty();

        private Connection(List<String> command) throws IOException {
            process = Children.start(List.of(), command);
            to = new ObjectOutputStream(process.getOutputStream());
            to.flush();
        }

        private void send(Assignment assignment) throws IOException {
            to.writeObject(assignment);
            to.flush();
        }

        private Happening next() throws IOException, ClassNotFoundException {
            if (from.isEmpty()) {
                // Waits until the other side is up.
                from = Optional.of(new ObjectInputStream(process.getInputStream()));
            }
            return (Happening) from.get().readObject();
        }
    }

    /// @param classPath with its own program
    /// @param archive where the JVM keeps its loaded classes, to start faster the next time
    public TestsJvm(List<Path> classPath, Path archive) throws IOException {
        Java.removeStaleArchive(archive, classPath);
        this.archive = archive;
        command = command(classPath, archive);
    }

    /// Starts it, and does not wait until it is up.
    public void begin() throws IOException {
        // It may have ended since: the system was short of memory, or somebody has ended it.
        if (connection.filter(open -> open.process.isAlive()).isEmpty()) {
            connection = Optional.of(new Connection(command));
        }
    }

    private static List<String> command(List<Path> classPath, Path archive) {
        var command = new ArrayList<String>();
        command.add(Java.executable());
        command.addAll(FLAGS);
        command.addAll(Java.sharingClasses(archive));
        command.addAll(WatchedSockets.FLAGS);
        // For an exercise that is judged by a command of the lab.
        command.add("-Dlab.class.path=" + System.getProperty("java.class.path"));
        command.add("-cp");
        command.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(TestsMain.class.getName());
        return command;
    }

    /// @param listener told of everything as it happens, but of the end
    /// @return how many checks have not been run
    public int run(Assignment assignment, Consumer<Happening> listener) throws IOException {
        begin();
        var jvm = connection.get();
        try {
            jvm.send(assignment);
            while (true) {
                switch (jvm.next()) {
                    case Happening.Ended(int unseen, boolean reusable) -> {
                        if (!reusable) {
                            end(jvm);
                        }
                        return unseen;
                    }
                    case Happening other -> listener.accept(other);
                }
            }
        } catch (IOException halted) {
            end(jvm);
            listener.accept(
                    new Happening.Failed(ENDED, new Objection("code that returns", ENDED, "", "")));
            return 0;
        } catch (ClassNotFoundException other) {
            throw new IllegalStateException(other);
        }
    }

    private void end(Connection jvm) {
        jvm.process.destroyForcibly();
        connection = Optional.empty();
    }

    /// Ends it; in good order where there is no archive, for then it leaves one behind.
    @Override
    public void close() {
        try {
            if (connection.isPresent() && !Files.exists(archive)) {
                connection.get().to.close();
                connection.get().process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (IOException hasEnded) {
            // It has, then.
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            connection.ifPresent(this::end);
        }
    }
}
