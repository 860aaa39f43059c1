package eventloop.lab.workbench.speed;

import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The [FloorServer] as a process, with the steps' own flags.
///
/// @param files that it answers with in turn
record Floor(List<Path> files, Habit habit) implements ServerUnderTest {
    @Override
    public String name() {
        return Field.FLOOR;
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(
                Stream.of(
                                List.of(Java.executable()),
                                Step.JVM_FLAGS,
                                List.of("-cp", System.getProperty("java.class.path")),
                                List.of(FloorServer.class.getName()),
                                List.of(habit.typed()),
                                files.stream().map(Path::toString).toList())
                        .flatMap(List::stream)
                        .toList());
    }
}
